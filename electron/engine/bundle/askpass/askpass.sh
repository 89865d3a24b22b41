#!/bin/sh
# The program that ssh starts to ask a question, see SSH_ASKPASS in ssh(1): the question is its argument, what it prints
# the answer. It hands the question on to Slipway through the pipes beside it, for ssh passes on no open file that could
# lead there. So a password stands in no argument, environment or file. Without a question it makes the pipe to Slipway.
umask 077
cd -- "${0%/*}" || exit
[ $# -gt 0 ] || exec mkfifo questions
printf '%s\n' "$1" >"question.$$" || exit
case ${SSH_ASKPASS_PROMPT-} in
  # ssh tells something, and ends us once that is over.
  none) printf '%s %s notice\n' "$$" "$PPID" >questions && exit ;;
  confirm) kind=confirm ;;
  *) kind=question ;;
esac
mkfifo "answer.$$" || exit
# Open before anybody answers, and both ways, so that neither side waits for the other to open it.
exec 3<>"answer.$$" || exit
printf '%s %s %s\n' "$$" "$PPID" "$kind" >questions || exit
IFS= read -r answer <&3
case $answer in
  =*) printf '%s\n' "${answer#=}" ;;
  *) exit 1 ;;
esac
