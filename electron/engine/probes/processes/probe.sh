# shellcheck shell=sh
# All processes out of /proc, with a constant number of forks. A process that ends meanwhile leaves empty contents.
# shellcheck disable=SC2154 # parent is read in prelude.sh, in front of this text
section parent
echo "$parent"
section ticks
getconf CLK_TCK 2>/dev/null || echo 100

files "/proc/stat
$(of_processes status stat cgroup limits cmdline environ)"

# The kernel escapes newlines in maps, so lines are safe. A file's first mapping starts at its offset 0. Each path is
# printed once, with a number, and then the pids by number.
section maps
each "$(of_processes maps)" grep -Hs ' 00000000 [0-9a-f]*:[0-9a-f]* [1-9][0-9]* *\/' /dev/null | awk '
  {
    split($1, place, "/")
    path = $0
    sub(/^[^ ]* [^ ]* [^ ]* [^ ]* [0-9]* */, "", path)
    if (!(path in number)) { number[path] = ++count; print "path " count " " path }
    if (seen[place[3], path]++) next
    print place[3] " " number[path]
  }'

section flags
each "$(of_processes fdinfo)" grep -rHs '^flags:' /dev/null

links exe cwd root fd

# Files in /proc belong to root where a process changed its user since its program was started (proc(5), PR_SET_DUMPABLE).
section owners
each "$(of_processes status)" stat -c '%u %n'

# A process that ended meanwhile is told from one that may not be read.
section alive
# shellcheck disable=SC2154 # pids is read in prelude.sh
for pid in $pids; do [ -e "/proc/$pid" ] && echo "$pid"; done
:
