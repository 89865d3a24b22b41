#!/bin/sh
# A credential helper of git, see gitcredentials(7); its argument is the operation. It hands git's request on to Slipway,
# through file descriptor 3, and Slipway's answer back. So a password stands in no argument, environment or file.
{
  printf '%s\n' "$1"
  cat
  printf '\n'
} >&3
while IFS= read -r line <&3 && [ -n "$line" ]; do
  printf '%s\n' "$line"
done
