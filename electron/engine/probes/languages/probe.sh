# shellcheck shell=sh
# Marks of language environments in the directories above what processes run, hold open and work in.
# shellcheck disable=SC2154 # paths comes from the files probe, which runs in front of this one

places=$(printf '%s\n' "$paths" | awk '
  { path = $0 }
  /^map\t/ || !sub(/^[^\t]*\t/, "", path) || path ~ /^\/(dev|proc|sys)\// { next }
  { while (path != "" && !(path in seen)) { seen[path] = 1; print path; sub(/\/[^\/]*$/, "", path) } }')
section marks
environments=
set -f
IFS=$newline
for place in $places; do
  [ -d "$place" ] || continue
  [ -r "$place/pyvenv.cfg" ] && [ -f "$place/pyvenv.cfg" ] && environments=$environments$newline$place/pyvenv.cfg
  [ -d "$place/node_modules" ] && printf 'node_modules\0%s\0' "$place/node_modules"
  [ -f "$place/vendor/autoload.php" ] && printf 'composer\0%s\0' "$place"
  [ -f "$place/Gemfile" ] && printf 'gems\0%s\0' "$place"
done
unset IFS
set +f
files "$environments"

# Go executables have a note called "Go" near their beginning, so that not all of every executable need be read. The
# module lines of their build information stand as plain text in them.
each "$(printf '%s\n' "$paths" | sed -n 's/^exe	//p')" head -v -c 8192 /dev/null | tr '\0' '\n' | awk '
  /^==> \/.* <==$/ { program = substr($0, 5, length($0) - 8); next }
  $0 == "Go" && !seen[program]++ { print program }' |
  while IFS= read -r program; do
    [ -f "$program" ] || continue
    section go
    printf '%s\0' "$program"
    grep -a -o -E '(path|mod)	[A-Za-z0-9._~/@-]+(	v[A-Za-z0-9.+-]+|	\(devel\))?' "$program" | head -n 4
  done
