#!/bin/sh
# Runs the program of its arguments, and ends it with all that it has started once file descriptor 4 closes without a
# word: Slipway has let go of it, or was killed. Needs a process group of its own, which its number names.
(
  trap '' TERM
  IFS= read -r _ <&4 && exit
  kill -s TERM -- "-$$"
  # Where git's ssh asks through us, the folder with the pipes to us.
  [ -z "${SLIPWAY_ASKPASS-}" ] || rm -rf -- "$SLIPWAY_ASKPASS"
  # Time to remove lock files and half-written objects; for whoever takes no notice, that is all.
  sleep 3
  kill -s KILL -- "-$$"
) </dev/null >/dev/null 2>&1 3>&- &
exec "$@" 4<&-
