#!/bin/sh
# Prints what /proc tells of the processes of this container, a fact a line: the key, a space, the value. NUL and
# newlines within a value are written as the control characters 1 and 2. What may not be read is left out.

fact() {
  value=$(tr '\000\n' '\001\002')
  [ -z "$value" ] || printf '%s %s\n' "$1" "$value"
}

status() {
  while read -r key value; do
    case $key in
      PPid:) printf 'ppid %s\n' "$value" ;;
      Uid:) printf 'uid %s\n' "$value" ;;
      Umask:) printf 'umask %s\n' "$value" ;;
    esac
  done <"$1"
}

sockets() {
  [ -r "$1" ] || return 0
  while read -r _ local _ state _; do
    [ "$state" != 0A ] || printf 'listen %s\n' "$local"
  done <"$1"
}

for directory in /proc/[0-9]*; do
  [ -r "$directory/status" ] || continue
  printf 'process %s\n' "${directory#/proc/}"
  {
    status "$directory/status"
    fact argv <"$directory/cmdline"
    readlink -n "$directory/exe" | fact exe
    readlink -n "$directory/cwd" | fact cwd
    fact environment <"$directory/environ"
    while read -r name kind unit soft rest; do
      [ "$name $kind $unit" != 'Max open files' ] || printf 'files %s\n' "$soft"
    done <"$directory/limits"
  } 2>/dev/null
done

sockets /proc/net/tcp
sockets /proc/net/tcp6
while read -r _ _ _ flags _ _ _ path; do
  [ "$flags" != 00010000 ] || [ -z "$path" ] || printf 'unix %s\n' "$path"
done </proc/net/unix

# What the clock on the wall shows in the middle of January and of July 2024.
for moment in 1705276800 1721001600; do
  printf 'offset %s\n' "$(date -d "@$moment" +%z 2>/dev/null)"
done
