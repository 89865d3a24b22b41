# shellcheck shell=sh
# What every probe starts with. The mark that separates sections comes on standard input: in argv or the environment of
# this shell any process could read it, and then forge a section. Functions here write nothing to the server.

IFS= read -r mark || exit 1
# A second secret, for the one tool whose arguments must carry it: forging with it reaches no further than that tool.
IFS= read -r seal || exit 1
# Who started the scan, and the processes there were before it, blank-separated.
# shellcheck disable=SC2034 # the processes probe tells it on
IFS= read -r parent || exit 1
IFS= read -r pids || exit 1
exec </dev/null
# A runaway child ends by itself even where `timeout` is missing.
# shellcheck disable=SC3045 # dash, ash and bash know -t; elsewhere it fails quietly
ulimit -t 60 2>/dev/null

# Probes gather paths in lists of lines.
# shellcheck disable=SC2034
newline='
'

# section NAME: what follows belongs to NAME, up to the next section.
section() {
  printf '%s:%s\0' "$mark" "$1"
}

# of_processes NAME…: /proc/PID/NAME of every process, one a line.
of_processes() {
  # shellcheck disable=SC2086 # numbers, split on purpose
  printf '%s\n' $pids | awk -v names="$*" '
    BEGIN { count = split(names, name, " ") }
    { for (i = 1; i <= count; i++) print "/proc/" $1 "/" name[i] }'
}

# gap REASON SUBJECT [HINT]: something that could not be read. Ends the section it stands in.
gap() {
  section gap
  printf '%s\0%s\0%s\0' "$1" "$2" "${3:-}"
}

have() {
  command -v "$1" >/dev/null 2>&1
}

# files LIST: contents of the files in LIST (one path a line), as they are, in one `cat`. The separator is cat's own
# environment, read back through /proc/self/environ: no fork a file, no byte forbidden in the contents, and nobody but
# root and this account can read it. It comes twice at first, so that the reader learns where it begins and ends. A file
# that cannot be read comes back empty.
files() {
  [ -n "$1" ] || return 0
  section files
  printf '%s\n\n' "$1" | tr '\n' '\0'
  printf '/proc/self/environ\n%s\n' "$(printf '%s\n' "$1" | between)" | tr '\n' '\0' | S=$mark xargs -0 cat
}

# between: /proc/self/environ in front of each line.
between() {
  sed 'i\
/proc/self/environ'
}

# links PATH-GLOB…: path and target of symbolic links, NUL-terminated pairs, without a fork a link. More paths than fit
# one command line are split.
links() {
  if find / -maxdepth 0 -printf '' >/dev/null 2>&1; then
    section links
    printf '%s\0' "$@" | xargs -0 sh -c 'find "$@" -maxdepth 0 -type l -printf "%p\\0%l\\0"' sh
  elif stat -c %N / >/dev/null 2>&1; then
    section links-stat
    printf '%s\0' "$@" | QUOTING_STYLE=literal xargs -0 stat -c "$seal%n/%N"
  else
    section links-ls
    printf '%s\0' "$@" | xargs -0 ls -ld
  fi
}

# metadata: what `files` facts need of the paths on standard input (one a line), links not followed. The stat of busybox
# and of GNU know the same format letters. A path that is not there is left out.
metadata() {
  if find / -maxdepth 0 -printf '' >/dev/null 2>&1; then
    section metadata
    tr '\n' '\0' | xargs -0 sh -c '[ "$#" -eq 0 ] ||
      find "$@" -maxdepth 0 -printf "%p\\0%y\\0%m\\0%U\\0%G\\0%s\\0%T@\\0%l\\0"' sh
  else
    section metadata-stat
    tr '\n' '\0' | QUOTING_STYLE=literal xargs -0 stat -c "$seal%n/%f/%u/%g/%s/%Y/%N"
  fi
}

# sizes: size, blank and path of the regular files on standard input (one path a line), links followed.
sizes() {
  tr '\n' '\0' | if find / -maxdepth 0 -printf '' >/dev/null 2>&1; then
    xargs -0 sh -c '[ "$#" -eq 0 ] || find -L "$@" -maxdepth 0 -type f -printf "%s %p\\n"' sh
  else
    xargs -0 stat -L -c '%F/%s %n' | sed -n 's|^regular [a-z ]*file/||p; s|^regular file/||p'
  fi
}
