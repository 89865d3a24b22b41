# shellcheck shell=sh
# shellcheck disable=SC2154 # mark, pids and printf_of_find come from prelude.sh, in front of this text
# Paths that running processes have to do with, for the probes that look at files.

# process_paths: "KIND<tab>PATH" a line, each once: `exe` and `cwd` of the processes, what they hold `open` (no devices,
# no kernel's files), what they have mapped (`map`), and what their arguments name (`argv:PID`). Existence is not checked
# here. The arguments come as `files` in prelude.sh sends them: the environment of cat is what separates them, learnt from
# its first two appearances. In front of them stand the links and the maps, each part ended by the mark.
process_paths() {
  process_cmdlines=$(of_processes cmdline)
  {
    printf '%s\n' "$mark"
    process_links
    printf '%s\n' "$mark"
    each "$(of_processes maps)" grep -hs '^[^ ]* r[^ ]* 00000000 [^ ]* [1-9][0-9]* *\/' /dev/null
    printf '%s\n%s\n%s\n' "$mark" "$process_cmdlines" "$mark"
    # shellcheck disable=SC2086 # paths of numbers
    process_arguments $process_cmdlines | tr '\n\0' '\001\n'
  } | awk '
    function tell(kind, path) { if (!seen[kind, path]++) print kind "\t" path }
    function bare(path) { sub(/ \(deleted\)$/, "", path); return path }
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
      if (path != "") tell("argv:" pid, path)
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
    # /proc/PID/NAME TARGET, where NAME is exe, cwd or fd/NUMBER. A newline in a target makes lines that match nothing.
    function linked(    blank, target, place) {
      blank = index($0, " ")
      target = bare(substr($0, blank + 1))
      if (blank == 0 || target !~ /^\//) return
      split(substr($0, 1, blank - 1), place, "/")
      if (place[4] == "cwd") cwd[place[3]] = target
      if (place[4] != "fd") tell(place[4], target)
      else if (target !~ /^\/(dev|proc|sys|memfd:|anon)/) tell("open", target)
    }
    NR == 1 { mark = $0; separator = "S=" $0; part = 1; next }
    part < 4 && $0 == mark { part++; next }
    part == 1 { if (/^\/proc\/[0-9]+\/(exe|cwd|fd\/[0-9]+) /) linked(); next }
    part == 2 { tell("map", bare(substr($0, index($0, "/")))); next }
    part == 3 { split($0, place, "/"); pids[++processes] = place[3]; next }
    skip > 0 { skip--; next }
    !ends($0, separator) { line[++total] = $0; next }
    { marks++ }
    marks == 1 { before = total; head = line[1] }
    marks == 2 { behind = total - before }
    marks > 2 { if ($0 != separator) line[++total] = ""; record(pids[++current]) }
    { total = 0; skip = marks > 1 ? behind : 0 }
  '
}

# process_links: "/proc/PID/NAME TARGET" a line for what the processes run, work in and hold open.
process_links() {
  if [ "$printf_of_find" = yes ]; then
    each "$(of_processes exe cwd fd)" sh -c 'exec find "$@" -maxdepth 1 -type l -printf "%p %l\n"' sh
  else
    # shellcheck disable=SC2046 # globs of numbers only
    each "$(printf '%s\n' $(of_processes exe cwd) $(of_processes 'fd/*'))" ls -ld |
      sed -n 's|^.* \(/proc/[0-9]*/[^ ]*\) -> |\1 |p'
  fi
}

# process_arguments PATH…: the command lines, each behind the separator, and one separator behind them all.
process_arguments() {
  {
    printf '/proc/self/environ\0'
    [ "$#" -eq 0 ] || printf '/proc/self/environ\0%s\0' "$@"
    printf '/proc/self/environ\0'
  } | S=$mark xargs -0 cat
}
