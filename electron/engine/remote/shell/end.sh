#!/bin/sh
# Ends what launch.sh started under a token, which comes as a line on standard input: TERM first, KILL two seconds later.
# The token is looked for in the environment, so no other process is hit, even where a process id was used again.
IFS= read -r token && [ -n "$token" ] || exit 0

marked() {
  for environment in /proc/[0-9]*/environ; do
    case $(tr '\0' '\n' 2>/dev/null <"$environment") in
    *"SLIPWAY_EXEC=$token"*)
      pid=${environment#/proc/}
      printf '%s\n' "${pid%/environ}"
      ;;
    esac
  done
} 2>/dev/null

for pid in $(marked); do
  kill -TERM "$pid" 2>/dev/null
done
for _ in 1 2; do
  [ -n "$(marked)" ] || exit 0
  sleep 1
done
for pid in $(marked); do
  kill -KILL "$pid" 2>/dev/null
done
exit 0
