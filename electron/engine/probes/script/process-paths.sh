# shellcheck shell=sh
# shellcheck disable=SC2154 # mark comes from prelude.sh, in front of this text
# Paths that running processes have to do with, for the probes that look at files.

# process_links NAME…: "PID TARGET" a line for the links /proc/PID/NAME (`exe`, `cwd`, `fd/*`). A target with a newline
# in its name becomes lines that match nothing. The globs are expanded here.
process_links() {
  if find / -maxdepth 0 -printf '' >/dev/null 2>&1; then
    # shellcheck disable=SC2046 # globs of numbers only
    printf '%s\n' $(of_processes "$@") | xargs sh -c 'find "$@" -maxdepth 0 -type l -printf "%p %l\n"' sh
  else
    # shellcheck disable=SC2046
    printf '%s\n' $(of_processes "$@") | xargs ls -ld | sed -n 's|^.* \(/proc/[0-9]*/[^ ]*\) -> |\1 |p'
  fi | sed -n 's|^/proc/\([0-9]*\)/[^ ]* /|\1 /|p' | sed 's/ (deleted)$//'
}

# argument_paths: "PID PATH" a line for every argument that may name a file: absolute, behind a `=`, or relative to the
# process's working directory. Existence is not checked here. The arguments come as `files` in prelude.sh sends them: the
# environment of cat is what separates them, learnt from its first two appearances.
argument_paths() {
  {
    printf '%s\n' "$mark"
    process_links cwd
    echo
    of_processes cmdline
    echo
    printf '/proc/self/environ\n%s\n/proc/self/environ\n' "$(of_processes cmdline | between)" | tr '\n' '\0' |
      S=$mark xargs -0 cat | tr '\n\0' '\001\n'
  } | awk '
    function normal(path,    parts, count, kept, i, out) {
      count = split(path, parts, "/"); kept = 0
      for (i = 1; i <= count; i++) {
        if (parts[i] == "" || parts[i] == ".") continue
        if (parts[i] == "..") { if (kept) kept--; continue }
        stack[++kept] = parts[i]
      }
      out = ""
      for (i = 1; i <= kept; i++) out = out "/" stack[i]
      return out
    }
    function offer(pid, text,    path) {
      if (text ~ /^\//) path = normal(text)
      else if ((pid in cwd) && text ~ /^[A-Za-z0-9._+@][A-Za-z0-9._+@\/-]*$/) path = normal(cwd[pid] "/" text)
      else return
      if (path != "" && !((pid, path) in offered)) { offered[pid, path] = 1; print pid " " path }
    }
    function consider(pid, text, first) {
      if (length(text) > 4096 || text ~ /\001/ || (first && text !~ /^\//)) return
      offer(pid, text)
      if (match(text, /^[^=\/]+=/)) offer(pid, substr(text, RLENGTH + 1))
      if (match(text, /^-[A-Za-z]\//)) offer(pid, substr(text, 3))
    }
    function ends(text, tail) {
      return length(text) >= length(tail) && substr(text, length(text) - length(tail) + 1) == tail
    }
    # The lines up to a mark: arguments, and those lines of the environment that stand in front of the mark. A title that
    # a process wrote over its arguments may lack the final NUL, and then shares its line with what follows.
    function record(pid,    count, i) {
      count = total - before
      if (before && ends(line[count + 1], head) && line[count + 1] != head) count++
      for (i = 1; i <= count; i++) consider(pid, line[i], i == 1)
    }
    NR == 1 { mark = "S=" $0; part = 1; next }
    part < 3 && $0 == "" { part++; next }
    part == 1 { split($0, place, " "); cwd[place[1]] = substr($0, index($0, " ") + 1); next }
    part == 2 { split($0, place, "/"); pids[++processes] = place[3]; next }
    skip > 0 { skip--; next }
    !ends($0, mark) { line[++total] = $0; next }
    { marks++ }
    marks == 1 { before = total; head = line[1] }
    marks == 2 { behind = total - before }
    marks > 2 { if ($0 != mark) line[++total] = ""; record(pids[++current]) }
    { total = 0; skip = marks > 1 ? behind : 0 }
  '
}
