# shellcheck shell=sh
# The machine, its release and its init.
release=
for file in /etc/os-release /usr/lib/os-release; do
  [ -r "$file" ] && release=$file && break
done
files "${release:+$release
}/etc/debian_version
/etc/redhat-release
/etc/alpine-release
/etc/lsb-release
/proc/meminfo
/proc/uptime
/proc/stat
/proc/1/comm"

section uname
{ IFS= read -r name && printf '%s\n' "$name"; } </proc/sys/kernel/hostname || uname -n
{ IFS= read -r name && printf '%s\n' "$name"; } </proc/sys/kernel/osrelease || uname -r
uname -m
section libc
getconf GNU_LIBC_VERSION 2>/dev/null || ldd --version 2>&1 | head -n 2
section musl
for file in /lib/ld-musl-*; do [ -e "$file" ] && printf '%s\n' "$file"; done
section virtualization
if have systemd-detect-virt; then
  systemd-detect-virt
elif [ -e /.dockerenv ]; then
  echo docker
elif [ -d /proc/vz ] && [ ! -d /proc/bc ]; then
  echo openvz
else
  cat /sys/class/dmi/id/sys_vendor /sys/class/dmi/id/product_name /sys/hypervisor/type 2>/dev/null
  grep -m 1 -o '^flags.* hypervisor' /proc/cpuinfo | sed 's/.* //'
fi

section init
# What tells the init systems apart: systemd's own run directory, then the program that is process 1.
[ -d /run/systemd/system ] && echo "marker systemd"
[ -e /run/openrc/softlevel ] && echo "marker openrc"
[ -d /run/runit ] || [ -d /etc/runit ] && echo "marker runit"
[ -r /etc/inittab ] && echo "marker inittab"
have initctl && initctl version 2>/dev/null | sed -n '/upstart/s/^/upstart /p'
program=$(readlink /sbin/init 2>/dev/null) && echo "link $program"
have systemctl && printf 'systemctl %s\n' "$(systemctl --version 2>/dev/null)"
:
