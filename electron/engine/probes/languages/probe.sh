# shellcheck shell=sh
# Marks of language environments in the directories above what processes run, hold open and work in.

places=$(
  {
    process_links exe cwd 'fd/*' | sed 's/^[0-9]* //'
    argument_paths | sed 's/^[0-9]* //'
  } | grep -v '^/\(dev\|proc\|sys\)/' | sort -u
)
section marks
printf '%s\n' "$places" | awk '
  {
    path = $0
    while (path != "" && !(path in seen)) { seen[path] = 1; print path; sub(/\/[^\/]*$/, "", path) }
  }' | while IFS= read -r place; do
  [ -d "$place" ] || continue
  [ -f "$place/pyvenv.cfg" ] && printf 'virtualenv\0%s\0' "$place"
  [ -d "$place/node_modules" ] && printf 'node_modules\0%s\0' "$place/node_modules"
  [ -f "$place/vendor/autoload.php" ] && printf 'composer\0%s\0' "$place"
  [ -f "$place/Gemfile" ] && printf 'gems\0%s\0' "$place"
done

virtual=$(process_links exe cwd | sed 's/^[0-9]* //')
configurations=$(printf '%s\n%s\n' "$places" "$virtual" | awk '
  {
    path = $0
    while (path != "" && !(path in seen)) { seen[path] = 1; print path "/pyvenv.cfg"; sub(/\/[^\/]*$/, "", path) }
  }' | while IFS= read -r file; do [ -f "$file" ] && [ -r "$file" ] && printf '%s\n' "$file"; done)
files "$configurations"

# Go executables have a note called "Go" near their beginning, so that not all of every executable need be read. The
# module lines of their build information stand as plain text in them.
process_links exe | sed 's/^[0-9]* //' | sort -u | tr '\n' '\0' | xargs -0 head -v -c 8192 | tr '\0' '\n' |
  sed -n 's/^==> \(\/.*\) <==$/\1/p; /^Go$/p' | awk '$0 == "Go" { print program; next } { program = $0 }' | sort -u |
  while IFS= read -r program; do
    [ -f "$program" ] || continue
    section go
    printf '%s\0' "$program"
    grep -a -o -E '(path|mod)	[A-Za-z0-9._~/@-]+(	v[A-Za-z0-9.+-]+|	\(devel\))?' "$program" | head -n 4
  done
