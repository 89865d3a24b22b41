# shellcheck shell=sh
# Text of what configures the running programs, and metadata and owners of the files they have to do with.

paths=$(process_paths)
claims=$(printf '%s\n' "$paths" | package_claims)
readable=$(
  {
    printf '%s\n' "$paths" | grep '^argv:'
    claimed_texts "$claims"
  } | readable_texts
)
texts "$readable"

metadata "$(
  printf '%s\n%s\n' "$paths" "$readable" | awk '
    function tell(path) { if (path ~ /^\/./ && !seen[path]++) print path }
    { path = $0 }
    /^(whole|head|over)\t/ { sub(/^[^\t]*\t[^\t]*\t[^\t]*\t/, "", path); tell(path); next }
    /^map\t/ || !sub(/^[^\t]*\t/, "", path) { next }
    { tell(path) }
    /^open\t/ { sub(/\/[^\/]*$/, "", path); tell(path) }'
)"
section owners
printf '%s\n' "$claims" | sed -n 's/^owned://p; s/^package://p'
