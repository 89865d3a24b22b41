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
# Whether `find` knows `-printf`, which the driver found out.
IFS= read -r printf_of_find || exit 1
exec </dev/null
# A runaway child ends by itself even where `timeout` is missing.
# shellcheck disable=SC3045 # dash, ash and bash know -t; elsewhere it fails quietly
ulimit -t 60 2>/dev/null

# Probes gather paths in lists of lines.
# shellcheck disable=SC2034
newline='
'

# probe NAME: what follows belongs to the probe NAME, up to the next one.
probe() {
  section "probe $1"
}

# section NAME: what follows belongs to NAME, up to the next section.
section() {
  printf '%s:%s\0' "$mark" "$1"
}

# of_processes NAME…: /proc/PID/NAME of every process, one a line.
of_processes() {
  [ -n "$pids" ] || return 0
  for of_name in "$@"; do
    # shellcheck disable=SC2059,SC2086 # names of ours; numbers, split on purpose
    printf "/proc/%s/$of_name\n" $pids
  done
}

# gap REASON SUBJECT [HINT]: something that could not be read. Ends the section it stands in.
gap() {
  section gap
  printf '%s\0%s\0%s\0' "$1" "$2" "${3:-}"
}

have() {
  command -v "$1" >/dev/null 2>&1
}

# each LIST COMMAND…: the command with the lines of LIST as its last arguments. More than fit one command line are split.
each() {
  each_list=$1
  shift
  [ -n "$each_list" ] || return 0
  if [ "${#each_list}" -lt 60000 ]; then
    set -f
    IFS=$newline
    # shellcheck disable=SC2086 # split at newlines alone
    "$@" $each_list
    unset IFS
    set +f
  else
    printf '%s\n' "$each_list" | tr '\n' '\0' | xargs -0 "$@"
  fi
}

# files LIST: contents of the files in LIST (one path a line), as they are, in one `cat`. The separator is cat's own
# environment, read back through /proc/self/environ: no fork a file, no byte forbidden in the contents, and nobody but
# root and this account can read it. It comes twice at first, so that the reader learns where it begins and ends. A file
# that cannot be read comes back empty.
files() {
  [ -n "$1" ] || return 0
  set -f
  IFS=$newline
  # shellcheck disable=SC2086 # split at newlines alone
  set -- $1
  unset IFS
  set +f
  section files
  printf '%s\0' "$@" ''
  S=$mark
  export S
  each "/proc/self/environ$newline$(printf '/proc/self/environ\n%s\n' "$@")" cat
  unset S
}

# links NAME…: path and target of the links /proc/PID/NAME and right below, NUL-terminated pairs, without a fork a link.
links() {
  if [ "$printf_of_find" = yes ]; then
    section links
    each "$(of_processes "$@")" sh -c 'exec find "$@" -maxdepth 1 -type l -printf "%p\\0%l\\0"' sh
  elif stat -c %N / >/dev/null 2>&1; then
    section links-stat
    links_below "$@" | QUOTING_STYLE=literal xargs -0 stat -c "$seal%n/%N"
  else
    section links-ls
    links_below "$@" | xargs -0 ls -ld
  fi
}

# links_below NAME…: what `find -maxdepth 1` meets, NUL-terminated.
links_below() {
  # shellcheck disable=SC2046 # globs of numbers and names of ours
  printf '%s\0' $(of_processes "$@") $(of_processes fd | sed 's|$|/[0-9]*|')
}

# metadata LIST: what `files` facts need of the paths in LIST (one a line), links not followed. The stat of busybox and of
# GNU know the same format letters. A path that is not there is left out.
metadata() {
  if [ "$printf_of_find" = yes ]; then
    section metadata
    each "$1" sh -c 'exec find "$@" -maxdepth 0 -printf "%p\\0%y\\0%m\\0%U\\0%G\\0%s\\0%T@\\0%l\\0"' sh
  else
    section metadata-stat
    each "$1" env QUOTING_STYLE=literal stat -c "$seal%n/%f/%u/%g/%s/%Y/%N"
  fi
}

# sizes LIST: size, blank and path of the regular files in LIST (one path a line), links followed.
sizes() {
  if [ "$printf_of_find" = yes ]; then
    each "$1" sh -c 'exec find -L "$@" -maxdepth 0 -type f -printf "%s %p\\n"' sh
  else
    each "$1" stat -L -c '%F/%s %n' | sed -n 's|^regular [a-z ]*file/||p; s|^regular file/||p'
  fi
}
