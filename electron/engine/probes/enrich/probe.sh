# shellcheck shell=sh
# What detectors still want to know. The wants come as `requests`, one a line: a kind, a blank and an absolute path, which
# for `config` may be a directory or a glob.
# shellcheck disable=SC2154 # requests is set in front of this text

wanted() {
  printf '%s\n' "$requests" | sed -n "s|^$1 /|/|p"
}

# expand PATTERN: the paths that a glob matches, or the pattern itself. Nothing but file names is expanded here.
expand() {
  expand_ifs=$IFS
  IFS=
  # shellcheck disable=SC2086 # the glob is the point; without IFS nothing is split
  set -- $1
  IFS=$expand_ifs
  [ "$#" -le 1000 ] || gap truncated "$1"
  printf '%s\n' "$@" | head -n 1000
}

configuration=$(wanted config | while IFS= read -r pattern; do expand "$pattern"; done | grep '^/' | while IFS= read -r path; do
  if [ -d "$path" ]; then
    find "$path/" -maxdepth 3 \( -type f -o -type l \) ! -name '*[[:cntrl:]]*' -print | head -n 1000 | sed 's|//|/|g'
  else
    printf '%s\n' "$path"
  fi
done)

listed=$(printf '%s\n' "$configuration" | sed 's/^/requested	/' | readable_texts)
texts "$listed"

looked_at=$(
  {
    wanted file
    wanted config
    wanted access-log
    wanted program
    printf '%s\n' "$configuration"
  } | grep '^/' | sort -u
)
final=$(printf '%s\n' "$looked_at" | while IFS= read -r path; do
  if [ -h "$path" ]; then
    target=$(readlink "$path")
    case $target in
      /*) printf '%s\n' "$target" ;;
      *) printf '%s/%s\n' "${path%/*}" "$target" ;;
    esac
    readlink -f "$path"
  fi
done)
all=$(printf '%s\n%s\n' "$looked_at" "$final" | grep '^/' | sort -u)
metadata "$all"
section owners
printf '%s\n' "$all" | owners

# Where a parent directory may not be searched, a path that is there looks like one that is not.
section hidden
printf '%s\n' "$looked_at" | while IFS= read -r path; do
  [ -e "$path" ] || [ -h "$path" ] && continue
  parent=${path%/*}
  while [ -n "$parent" ] && [ ! -e "$parent" ]; do parent=${parent%/*}; done
  [ -x "${parent:-/}" ] || printf '%s\n' "$path"
done

wanted access-log | while IFS= read -r log; do
  [ -e "$log" ] || [ -e "$log.1" ] || continue
  if [ -e "$log" ] && [ ! -r "$log" ]; then
    gap permission "$log"
    continue
  fi
  section requests
  printf '%s\0' "$log"
  for part in "$log.1" "$log"; do
    # The first line of a part may be cut in the middle. What we asked ourselves to compare is no user's request.
    [ -f "$part" ] && [ -r "$part" ] && tail -c 2097152 "$part"
  done | sed -n '/"slipway-parity\//d; s/^[^"]*"GET \(\/[^" ]*\) HTTP\/[0-9.]*" [23][0-9][0-9] .*/\1/p' |
    awk 'length($0) <= 2048 { count[$0]++ } END { for (path in count) print count[path] " " path }' |
    sort -k 1,1nr -k 2 | head -n 50
done

# What a program reads stands in it, unless it is told by its arguments.
wanted program | while IFS= read -r program; do
  [ -f "$program" ] || continue
  if [ ! -r "$program" ]; then
    gap permission "$program"
    continue
  fi
  section names
  printf '%s\0' "$program"
  head -c 67108864 "$program" | LC_ALL=C tr -c '[:print:]' '\n' |
    grep -o -E 'HTTP/1\.[01]|/(etc|var|srv|opt|run|usr/local|home|data)/[A-Za-z0-9._+@/-]+' | sort -u | head -n 200
done
