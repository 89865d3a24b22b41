#!/bin/sh
# Ends what launch.sh started under a token, which comes as a line on standard input: TERM first, KILL two seconds later.
# The token is looked for in the environment, so no other process is hit, even where a process id was used again.
IFS= read -r token && [ -n "$token" ] || exit 0

# An environment is text with NULs in it, which not every grep sees the end of: busybox's stops at the first.
if printf 'a\000b\n' | grep -qF b; then
  marked() {
    grep -lsF -e "SLIPWAY_EXEC=$token" /proc/[0-9]*/environ
  }
else
  marked() {
    for environment in /proc/[0-9]*/environ; do
      case $(tr '\000' '\n' <"$environment") in
      *"SLIPWAY_EXEC=$token"*) printf '%s\n' "$environment" ;;
      esac
    done
  }
fi

send() {
  marked 2>/dev/null | while IFS= read -r environment; do
    pid=${environment#/proc/}
    kill -s "$1" "${pid%/environ}" 2>/dev/null
  done
}

send TERM
for _ in 1 2; do
  [ -n "$(marked 2>/dev/null)" ] || exit 0
  sleep 1
done
send KILL
