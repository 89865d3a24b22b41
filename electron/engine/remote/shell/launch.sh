#!/bin/sh
# Starts one command. Standard input brings, line by line: a random token, `plain` or `sudo`, the number of the
# command's lines, the command; then, where sudo asks, the password; then whatever the command itself shall read.
#
# TOKEN-ready on both outputs says where the command's own output begins: what a login shell or sudo printed before
# that is not part of it. TOKEN-password is sudo's prompt. The token also marks the processes (see end.sh).
IFS= read -r token && IFS= read -r mode && IFS= read -r count || exit 125
newline=$(printf '\nx')
newline=${newline%x}
command=
while [ "$count" -gt 0 ] && IFS= read -r line; do
  command=$command$line$newline
  count=$((count - 1))
done

# Messages that can be recognised, sorting that is the same everywhere.
LC_ALL=C
# An account that may not log in as root often lacks these.
case ${PATH:=/usr/local/bin:/usr/bin:/bin} in
*:/usr/local/sbin:/usr/sbin:/sbin) ;;
*) PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin ;;
esac
export LC_ALL PATH

# shellcheck disable=SC2016 # expanded by the shell that sudo starts
begin='SLIPWAY_EXEC=$1; export SLIPWAY_EXEC; printf "%s-ready" "$1"; printf "%s-ready" "$1" >&2; exec /bin/sh -c "$2"'

if [ "$mode" = plain ]; then
  exec /bin/sh -c "$begin" slipway "$token" "$command"
fi
if ! command -v sudo >/dev/null 2>&1; then
  printf 'sudo: command not found\n' >&2
  exit 127
fi
# -k: neither use nor renew what sudo remembers of an earlier password, so that nothing changes on the server.
exec sudo -S -k -p "$token-password" -- /bin/sh -c "$begin" slipway "$token" "$command"
