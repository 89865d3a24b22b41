# shellcheck shell=sh disable=SC2154 # pid_file and stop_signal are set above
# The service only runs as a daemon, and a container lives as long as its first process: so start it, wait for its pid
# file, pass signals on, and end when it ends.
start_seconds=60
pid=
stopping=
told=
pending=

# Whether the process is there; a zombie counts as gone. /proc is read because `kill -0` may not see another user's.
is_running() {
  [ -n "$1" ] || return 1
  stat=
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  case "${stat##*) }" in
    Z* | X*) return 1 ;;
    *) return 0 ;;
  esac
}

# The number in the pid file, or nothing. Without a pid file: whom the command left behind, for the container's first
# process adopts it. What is this script's own child is none of them.
read_pid() {
  found=
  if [ -z "$pid_file" ]; then
    for process in /proc/[0-9]*; do
      stat=
      { read -r stat <"$process/stat"; } 2>/dev/null || continue
      number=${process#/proc/}
      case "${stat##*) }" in
        [!ZX]\ 1\ *) ;;
        *) continue ;;
      esac
      if [ "$number" -ne 1 ] && [ "$number" -ne "$$" ]; then found=$number; fi
    done
    return
  fi
  if [ -r "$pid_file" ]; then read -r found _ <"$pid_file" || :; fi
  case "$found" in
    *[!0-9]*) found= ;;
  esac
}

# The daemon's number, also after it replaced itself by another one that wrote the pid file anew.
find_daemon() {
  if is_running "$pid"; then return 0; fi
  read_pid
  if ! is_running "$found"; then return 1; fi
  pid=$found
}

pause() {
  sleep 1 &
  wait "$!" || :
}

# shellcheck disable=SC2317 # called by the traps
forward() {
  case "$1" in
    TERM | INT | QUIT | "$stop_signal") stopping=$1 ;;
  esac
  if find_daemon; then
    kill -s "$1" "$pid" || :
    told=$pid
  else
    pending=$1
  fi
}

for signal in TERM INT QUIT HUP USR1 USR2 WINCH; do
  # shellcheck disable=SC2064 # the name of this turn
  trap "forward $signal" "$signal"
done

# One that was left by an earlier run may name any process.
if [ -n "$pid_file" ]; then rm -f "$pid_file"; fi

status=0
"$@" || status=$?
if [ "$status" -ne 0 ]; then
  echo "slipway: the service did not start: its command ended with $status" >&2
  exit "$status"
fi

# A signal's trap may have found it already, and it may be gone since. One that is named and not there has most likely
# died, so its patience is shorter.
waited=0
until find_daemon || [ -n "$pid" ]; do
  if [ "$waited" -ge "$start_seconds" ]; then
    echo "slipway: no running process${pid_file:+ in $pid_file} after $start_seconds seconds" >&2
    exit 1
  fi
  waited=$((waited + 1))
  if [ -n "$found" ]; then waited=$((waited + start_seconds / 5)); fi
  pause
done

# A signal that came while it started.
if [ -n "$pending" ]; then kill -s "$pending" "$pid" || :; fi

# What the daemon leaves behind when it is told to stop is told as well.
while find_daemon; do
  if [ -n "$stopping" ] && [ "$pid" != "$told" ]; then
    kill -s "$stopping" "$pid" || :
    told=$pid
  fi
  pause
done

if [ -n "$stopping" ]; then exit 0; fi
echo "slipway: the service (process $pid) ended by itself" >&2
exit 1
