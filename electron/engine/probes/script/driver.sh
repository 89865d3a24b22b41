# shellcheck shell=sh
# Runs the probes and frames what they print. The composed script sets `boundary`, `mark` and `seal` (random, known to
# nobody else) in front of this text and calls `slipway_part` for each part behind it. See ../wire/frames.ts for the frame.
# shellcheck disable=SC2154 # boundary, mark, seal and prelude are set by the composed script

# Nothing of the account's own PATH: a probe runs the system's tools and no one else's.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
unset LANG LANGUAGE LC_CTYPE LC_MESSAGES ENV BASH_ENV CDPATH GREP_OPTIONS

# One list of processes for all probes, taken before the scan has any of its own: they all tell of the same ones.
slipway_pids=
for slipway_pid in /proc/[0-9]*; do
  [ "$slipway_pid" = "/proc/$$" ] || slipway_pids="$slipway_pids ${slipway_pid#/proc/}"
done

# Tools that some servers lack, looked for once.
if command -v gzip >/dev/null 2>&1; then slipway_coding=gzip; else slipway_coding=raw; fi
if [ "$slipway_coding" = gzip ]; then slipway_pack='gzip -c -1'; else slipway_pack='cat'; fi
# busybox before 1.30 wants `timeout -t SECONDS`: treated as absent.
if timeout -s KILL 9 true >/dev/null 2>&1 </dev/null; then slipway_timeout=yes; else slipway_timeout=no; fi
if find / -maxdepth 0 -printf '' >/dev/null 2>&1 </dev/null; then slipway_find=yes; else slipway_find=no; fi

# What a probe's shell reads first.
slipway_lines() {
  printf '%s\n' "$mark" "$seal" "$PPID" "$slipway_pids" "$slipway_find"
}

# slipway_end PID: ends a process of ours and all below it.
slipway_end() {
  kill -STOP "$1"
  # shellcheck disable=SC2013 # paths of numbers only
  for slipway_status in $(grep -l "^PPid:	$1\$" /proc/[0-9]*/status); do
    slipway_status=${slipway_status#/proc/}
    slipway_end "${slipway_status%/status}"
  done
  kill -KILL "$1"
}

# slipway_watched SECONDS SCRIPT: what `timeout` does, for servers without it.
slipway_watched() {
  slipway_lines | sh -c "$2" &
  slipway_writer=$!
  (
    trap 'kill "$slipway_nap"; exit 0' TERM
    sleep "$1" &
    slipway_nap=$!
    wait "$slipway_nap"
    slipway_end "$slipway_writer"
  ) >/dev/null &
  slipway_watchdog=$!
  wait "$slipway_writer"
  kill "$slipway_watchdog"
  wait "$slipway_watchdog"
}

# slipway_limited SECONDS BYTES SCRIPT: the script's output, packed, cut off at the limits. With `timeout` only the reader
# behind the script holds our standard output, so a child that cannot even be killed (`df` on a dead NFS server) does not
# keep us; without it no probe asks a network file system.
slipway_limited() {
  if [ "$slipway_timeout" = yes ]; then
    slipway_lines | timeout -s KILL "$1" sh -c "$3" | timeout -s KILL "$(($1 + 1))" head -c "$2" | $slipway_pack
  else
    slipway_watched "$1" "$3" | head -c "$2" | $slipway_pack
  fi
}

# slipway_part NAME SECONDS BYTES SCRIPT. One byte over the limit goes out too, so that the reader sees the cut.
slipway_part() {
  printf '%s begin %s %s\n' "$boundary" "$1" "$slipway_coding"
  slipway_limited "$2" "$(($3 + 1))" "$prelude
$4
section end" </dev/null 2>/dev/null
  printf '\n%s end %s\n' "$boundary" "$1"
}

printf '%s hello %s\n' "$boundary" "$(id -u)"
