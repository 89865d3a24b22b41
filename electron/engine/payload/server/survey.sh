# Describes files of this server: those of packages, of directory trees, and single paths. Changes nothing.
#
# Standard input, in this order; lines of the first three parts are octal-escaped for printf's %b:
#   find -path patterns not to descend into, one a line, then a line "."
#   package names, one a line, then a line "."
#   directories whose trees are wanted, one a line, then a line "."
#   single paths, each ended by a NUL, up to the end
# Standard output: records of NUL-ended fields:
#   M <manager>, L <text of ldconfig -p>, P <package> <list of its files>,
#   E <type> <octal mode> <uid> <gid> <size> <mtime> <device:inode> <links> <link target> <path>, Z
LC_ALL=C
export LC_ALL
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin
export PATH
renice -n 10 $$ >/dev/null 2>&1
ionice -c 2 -n 7 -p $$ >/dev/null 2>&1

survey_format='E\0%y\0%m\0%U\0%G\0%s\0%T@\0%D:%i\0%n\0%l\0%p\0'
# What stands in for find -printf where find has none (busybox): slower, whole seconds.
# shellcheck disable=SC2016,SC2089 # a program for the inner shell
survey_describe='
for path do
  target=
  if [ -h "$path" ]; then kind=l; target=$(readlink "$path"; echo .); target=${target%??}
  elif [ -f "$path" ]; then kind=f
  elif [ -d "$path" ]; then kind=d
  elif [ -e "$path" ]; then kind=o
  else continue
  fi
  set -- $(stat -c "%a %u %g %s %Y %d:%i %h" "$path")
  [ $# -eq 7 ] || continue
  printf "E\0%s\0%s\0%s\0%s\0%s\0%s\0%s\0%s\0%s\0%s\0" "$kind" "$@" "$target" "$path"
done'
# shellcheck disable=SC2090
export survey_format survey_describe

if find / -maxdepth 0 -printf '' >/dev/null 2>&1; then gnu=yes; else gnu=no; fi
if [ -d /var/lib/dpkg/info ]; then manager=dpkg
elif [ -f /lib/apk/db/installed ]; then manager=apk
elif [ -d /var/lib/rpm ] || [ -d /usr/lib/sysimage/rpm ]; then manager=rpm
else manager=none
fi

package_files() {
  case $manager in
    dpkg) for list in "/var/lib/dpkg/info/$1.list" "/var/lib/dpkg/info/$1":*.list; do
        [ ! -f "$list" ] || cat "$list"
      done ;;
    rpm) rpm -q --qf '[%{FILENAMES}\n]' "$1" 2>/dev/null ;;
    apk) apk info -q -L "$1" 2>/dev/null | sed -n 's,^[^/],/&,p' ;;
  esac
}

# Reads NUL-ended paths, describes each that exists.
describe_paths() {
  if [ "$gnu" = yes ]; then
    # shellcheck disable=SC2016 # expanded by the inner shell
    xargs -0 sh -c '[ $# -eq 0 ] || find "$@" -maxdepth 0 -printf "$survey_format"' sh 2>/dev/null
  else
    # shellcheck disable=SC2016 # expanded by the inner shell
    xargs -0 sh -c 'eval "$survey_describe"' sh 2>/dev/null
  fi
}

describe_tree() {
  root=$1
  shift
  if [ "$gnu" = yes ]; then
    find "$root" \( "$@" \) -prune -o -printf "$survey_format" 2>/dev/null
  else
    # shellcheck disable=SC2016 # expanded by the inner shell
    find "$root" \( "$@" \) -prune -o -exec sh -c 'eval "$survey_describe"' sh {} + 2>/dev/null
  fi
}

printf 'M\0%s\0' "$manager"
printf 'L\0%s\0' "$(ldconfig -p 2>/dev/null)"

set -- -path /proc -o -path /sys -o -path /dev
while IFS= read -r line && [ "$line" != . ]; do
  pattern=$(printf '%b.' "$line")
  set -- "$@" -o -path "${pattern%.}"
done

packages=
while IFS= read -r line && [ "$line" != . ]; do
  packages="$packages $line"
  printf 'P\0%s\0%s\0' "$line" "$(package_files "$line")"
done
if [ -n "$packages" ]; then
  for package in $packages; do package_files "$package"; done | tr '\n' '\000' | describe_paths
fi

while IFS= read -r line && [ "$line" != . ]; do
  directory=$(printf '%b.' "$line")
  describe_tree "${directory%.}" "$@"
done

describe_paths
printf 'Z\0'
