# shellcheck shell=sh
# What surrounds a program beside its own files.
list=
add() {
  for file in "$@"; do
    if [ -f "$file" ]; then
      if [ -r "$file" ]; then list="$list${list:+$newline}$file"; else gap permission "$file"; fi
    fi
  done
}
add /etc/hosts /etc/resolv.conf /etc/timezone /etc/TZ /etc/sysconfig/clock /etc/default/locale /etc/locale.conf \
  /etc/sysconfig/i18n /etc/ld.so.conf /etc/ld.so.conf.d/*.conf /proc/modules
before=$list
add /etc/sysctl.conf /etc/sysctl.d/*.conf /run/sysctl.d/*.conf /usr/local/lib/sysctl.d/*.conf /usr/lib/sysctl.d/*.conf \
  /lib/sysctl.d/*.conf
files "$list"

section localtime
readlink /etc/localtime
section timezone-abbreviation
date +%Z

# Values in force of what the sysctl files set. Dots and slashes may be swapped in names; a leading dash means that a
# failure to set it does not matter.
section sysctls
names=$(each "${list#"$before"}" sed -n 's/^[[:space:]]*-\{0,1\}\([A-Za-z0-9_./-]*\)[[:space:]]*=.*/\1/p')
for name in $names; do
  case $name in
    *..* | /*) continue ;;
    */*) path=$name ;;
    *)
      IFS=.
      # shellcheck disable=SC2086 # split at the dots
      set -- $name
      IFS=/
      path=$*
      unset IFS
      ;;
  esac
  value=
  if [ -f "/proc/sys/$path" ] && [ -r "/proc/sys/$path" ]; then
    IFS= read -r value <"/proc/sys/$path"
    printf '%s\0%s\0' "$name" "$value"
  fi
done

section certificates
anchors=
for directory in /usr/local/share/ca-certificates /etc/pki/ca-trust/source/anchors /etc/pki/trust/anchors \
  /etc/ca-certificates/trust-source/anchors; do
  [ -d "$directory" ] && anchors="$anchors $directory"
done
# shellcheck disable=SC2086 # names of ours, split on purpose
[ -n "$anchors" ] && find $anchors -type f -print

if have ldconfig; then
  section libraries
  ldconfig -p
elif [ ! -e /lib/ld-musl-x86_64.so.1 ] && [ ! -e /lib/ld-musl-aarch64.so.1 ]; then
  gap missing-tool ldconfig
fi
section word
getconf LONG_BIT
:
