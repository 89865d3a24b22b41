# shellcheck shell=sh
# Sockets of the network namespace we are in, as the kernel lists them; processes are joined by inode later.
list=
for table in tcp tcp6 udp udp6 unix; do
  [ -r "/proc/net/$table" ] && list="$list${list:+$newline}/proc/net/$table"
done
files "$list"
