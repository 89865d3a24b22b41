#!/bin/sh
# What a server is at this moment, one line a thing: every file with its metadata and content, the package database, and
# the processes. Left out is what changes on an idle server, at midnight too, or by logging in: logs, /run, the login's own
# processes.
set -u
export LC_ALL=C

files() {
  find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /var/log -o -path /tmp \
    -o -path /var/lib/systemd/timers -o -path /var/lib/systemd/random-seed -o -path /var/lib/lastlog \
    -o -path /var/lib/logrotate -o -path /var/backups \) -prune \
    -o "$@"
}

files -printf 'entry %p %y %m %U:%G %s %T@ %C@ %l\n' | sort
# Reading must not be told apart from not reading: access times are no part of this.
files -type f -print0 | xargs -0 -r sha256sum | sed 's/^/content /' | sort
dpkg-query --show --showformat 'package ${Package} ${Version} ${Status}\n' | sort

# Sessions of SSH logins, and what systemd starts for them, come and go, also as what has ended and waits for its parent;
# so do this script's own processes.
ps -eo pid=,ppid=,user=,args= | awk -v me=$$ '
  $1 == me || $2 == me { next }
  / <defunct>$/ { next }
  / (sshd|sshd-session|sshd-auth|\(sd-pam\)|[^ ]*systemd --user|-?(ba)?sh -s|sudo )/ { next }
  { $1 = $2 = ""; print "process" $0 }
' | sort
find /tmp -mindepth 1 -maxdepth 1 -printf 'temporary %p\n' | sort
