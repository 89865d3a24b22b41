# shellcheck shell=sh
# Contents of text files, bounded and without keys.

# Directories right below /etc that belong to many packages: of these only listed files are read, never the whole tree.
shared_directories='init.d|rc.d|rc[0-9S].d|default|sysconfig|cron.*|logrotate.d|systemd|pam.d|ssl|pki|apparmor.d|apparmor'
shared_directories="$shared_directories|profile.d|ld.so.conf.d|modprobe.d|modules-load.d|sysctl.d|udev|dbus-1|X11|xdg"
shared_directories="$shared_directories|alternatives|init|bash_completion.d|skel|security|terminfo|opt|network|logcheck"
shared_directories="$shared_directories|ufw|sudoers.d|tmpfiles.d|binfmt.d|insserv.*|kernel|update-motd.d|emacs|polkit-1"

# package_configuration: "package:NAME<tab>PATH" for the configuration of the packages named on standard input and of what
# was built together with them: what they list below /etc. "tree:NAME<tab>PATH" for what no package lists in the trees
# that are theirs.
package_configuration() {
  configuration_owners=$(sort -u)
  [ -n "$configuration_owners" ] || return 0
  configuration_listed=$(
    {
      printf '%s\n' "$configuration_owners"
      echo --
      package_sources
      echo --
      configuration_lists
    } | awk -F '\t' '
      $0 == "" { next }
      part < 2 && $0 == "--" { part++; next }
      part == 0 { owner[$1] = 1; next }
      part == 1 { source[$1] = $2; if ($1 in owner) chosen[$2] = 1; next }
      source[$1] in chosen { print }'
  )
  configuration_trees=$(printf '%s\n' "$configuration_listed" | cut -f 2 | grep '^/etc/[^/]*$' |
    grep -E -v "^/etc/($shared_directories)\$" | sort -u |
    while IFS= read -r path; do [ -d "$path" ] && [ ! -h "$path" ] && printf '%s\n' "$path"; done)
  {
    printf '%s\n' "$configuration_listed"
    if [ -n "$configuration_trees" ]; then
      printf '%s\n' "$configuration_trees" | tr '\n' '\0' |
        xargs -0 sh -c 'find "$@" \( -type f -o -type l \) ! -name "*[[:cntrl:]]*" -print' sh | sed 's/^/	/'
    fi
  } | awk -F '\t' '
    # A file in a tree that no package lists belongs to the package of the nearest directory above it.
    $1 != "" { if (!($2 in package)) package[$2] = $1; print "package:" $1 "\t" $2; next }
    $2 in package { next }
    {
      directory = $2
      while (directory != "" && !(directory in package)) sub(/\/[^\/]*$/, "", directory)
      print "tree:" package[directory] "\t" $2
    }'
}

# readable_texts: of the "SOURCE<tab>PATH" lines on standard input those that are regular readable files without a
# private key or password hashes in them, as "SIZE<tab>SOURCE<tab>PATH", first come first.
readable_texts() {
  texts_wanted=$(awk -F '\t' '!seen[$2]++')
  texts_sizes=$(printf '%s\n' "$texts_wanted" | cut -f 2 | sizes)
  texts_secret=$(printf '%s\n' "$texts_sizes" | sed 's/^[0-9]* //' | tr '\n' '\0' |
    xargs -0 grep -l -s -e '-----BEGIN [A-Z ]*PRIVATE KEY' -e '"d": *"[A-Za-z0-9_-]\{40,\}"' -e '^[^:]*:[$!*][^:]*:[0-9]*:[0-9]*:' /dev/null)
  {
    printf '%s\n' "$texts_secret"
    echo --
    printf '%s\n' "$texts_sizes"
    echo --
    printf '%s\n' "$texts_wanted"
  } | awk '
    $0 == "" { next }
    part < 2 && $0 == "--" { part++; next }
    part == 0 { secret[$0] = 1; next }
    part == 1 { split($0, size, " "); sizes[substr($0, index($0, " ") + 1)] = size[1]; next }
    { tab = index($0, "\t"); path = substr($0, tab + 1) }
    path ~ /^\/(proc|sys|dev)\// || path in secret || !(path in sizes) { next }
    { print sizes[path] "\t" $0 }'
}

# texts: sends what readable_texts chose. Whole files up to 256 KiB (64 KiB where only an argument names it), the
# beginning of longer ones, 4 MiB in all; what is left out for that becomes a gap.
texts() {
  texts_chosen=$(awk -F '\t' '
    $2 ~ /^argv:/ && $1 > 65536 { next }
    { cost = $1 > 262144 ? 262144 : $1; if (total + cost > 4194304) { print "over\t" $0; next } total += cost }
    { print ($1 > 262144 ? "head" : "whole") "\t" $0 }')
  section texts
  printf '%s\n' "$texts_chosen"
  files "$(printf '%s\n' "$texts_chosen" | sed -n 's/^whole	[0-9]*	[^	]*	//p')"
  printf '%s\n' "$texts_chosen" | sed -n 's/^head	[0-9]*	[^	]*	//p' | while IFS= read -r path; do
    section head
    printf '%s\0' "$path"
    head -c 262144 "$path"
  done
}
