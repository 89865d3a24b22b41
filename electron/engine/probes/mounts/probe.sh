# shellcheck shell=sh
# Mounts and their sizes. Network file systems are asked last: a dead server hangs `df` until the probe's time is up,
# and everything before that has been sent.
files "/proc/self/mountinfo"
section df
df -P -k -l 2>/dev/null || df -P -k -t ext4 -t ext3 -t xfs -t btrfs
if have timeout; then
  section df
  df -P -k
else
  gap missing-tool timeout 'Sizes of network file systems are only read where timeout can end it.'
fi
