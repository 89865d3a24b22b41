# shellcheck shell=sh
# Contents of text files, bounded and without keys.
# shellcheck disable=SC2154 # mark and newline come from prelude.sh

# claimed_texts CLAIMS: "package:NAME<tab>PATH" for the configuration that packages claim, and for what no package lists
# in the trees that are theirs.
claimed_texts() {
  claimed_trees=
  set -f
  IFS=$newline
  for claim in $1; do
    case $claim in tree:*) ;; *) continue ;; esac
    claim=${claim#*	}
    [ -d "$claim" ] && [ ! -h "$claim" ] && claimed_trees=$claimed_trees$newline$claim
  done
  unset IFS
  set +f
  {
    printf '%s\n%s\n' "$1" "$mark"
    each "${claimed_trees#"$newline"}" \
      sh -c 'exec find "$@" \( -type f -o -type l \) ! -name "*[[:cntrl:]]*" -print' sh
    printf '%s\n' "$mark"
  } | awk '
    function told(owner, path) { if (!seen[path]++) print owner "\t" path }
    { line[NR] = $0 }
    END {
      mark = line[NR]
      for (i = 1; line[i] != mark; i++) {
        tab = index(line[i], "\t")
        path = substr(line[i], tab + 1)
        if (line[i] !~ /^package:/ || (path in owner)) continue
        owner[path] = substr(line[i], 1, tab - 1)
        told(owner[path], path)
      }
      # A file in a tree that no package lists belongs to the package of the nearest directory above it.
      for (i++; i < NR; i++) {
        directory = line[i]
        while (directory != "" && !(directory in owner)) sub(/\/[^\/]*$/, "", directory)
        if (directory != "") told(owner[directory], line[i])
      }
    }'
}

# readable_texts: of the "SOURCE<tab>PATH" lines on standard input those that are regular readable files without a
# private key or password hashes in them, first come first, as "KIND<tab>SIZE<tab>SOURCE<tab>PATH". KIND is `whole` for
# files up to 256 KiB (64 KiB where only an argument names it), `head` for longer ones, `over` beyond 4 MiB in all.
readable_texts() {
  texts_wanted=$(awk '{ path = substr($0, index($0, "\t") + 1) } path !~ /^\/(proc|sys|dev)\// && !seen[path]++')
  # What is too long to be taken is not searched for keys either: an argument may name a program of many megabytes.
  texts_sized=$({
    sizes "$(printf '%s\n' "$texts_wanted" | cut -f 2-)"
    printf '\n%s\n' "$texts_wanted"
  } | awk '
    !wanted && $0 == "" { wanted = 1; next }
    !wanted { blank = index($0, " "); size[substr($0, blank + 1)] = substr($0, 1, blank - 1); next }
    { path = substr($0, index($0, "\t") + 1) }
    (path in size) && !(/^argv:/ && size[path] + 0 > 65536) { print size[path] "\t" $0 }')
  {
    printf '%s\n' "$mark"
    each "$(printf '%s\n' "$texts_sized" | cut -f 3-)" \
      grep -l -s -e '-----BEGIN [A-Z ]*PRIVATE KEY' -e '"d": *"[A-Za-z0-9_-]\{40,\}"' \
      -e '^[^:]*:[$!*][^:]*:[0-9]*:[0-9]*:' /dev/null
    printf '%s\n%s\n' "$mark" "$texts_sized"
  } | awk -F '\t' '
    NR == 1 { mark = $0; next }
    !sized && $0 == mark { sized = 1; next }
    !sized { secret[$0] = 1; next }
    NF < 3 { next }
    { path = substr($0, length($1 $2) + 3) }
    path in secret { next }
    {
      cost = $1 > 262144 ? 262144 : $1
      kind = total + cost > 4194304 ? "over" : $1 > 262144 ? "head" : "whole"
      if (kind != "over") total += cost
      print kind "\t" $0
    }'
}

# texts READABLE: sends what readable_texts chose; what is left out becomes a gap.
texts() {
  section texts
  printf '%s\n' "$1"
  files "$(printf '%s\n' "$1" | sed -n 's/^whole	[0-9]*	[^	]*	//p')"
  case $newline$1 in *"${newline}head	"*) ;; *) return ;; esac
  printf '%s\n' "$1" | sed -n 's/^head	[0-9]*	[^	]*	//p' | while IFS= read -r path; do
    section head
    printf '%s\0' "$path"
    head -c 262144 "$path"
  done
}
