# shellcheck shell=sh
# Which package owns what, asked of the manager that is there, in passes over its whole database rather than a call a file.

# Both spellings of a path that merged-/usr systems know under two names.
aliases() {
  sed -e p -e 's#^/usr/\(bin\|sbin\|lib[0-9a-z]*\)/#/\1/#;t' -e 's#^/\(bin\|sbin\|lib[0-9a-z]*\)/#/usr/\1/#;t' -e d | sort -u
}

# owners: "PACKAGE<tab>PATH" for the paths on standard input.
owners() {
  if [ -d /var/lib/dpkg/info ]; then
    # shellcheck disable=SC2062 # a glob of files, not the pattern
    aliases | grep -F -x -f - /var/lib/dpkg/info/*.list |
      sed -n 's|^/var/lib/dpkg/info/\([^:/]*\)\(:[a-z0-9]*\)\{0,1\}\.list:|\1	|p'
  else
    { aliases; echo --; package_files; } | awk -F '\t' '
      !listed && $0 == "--" { listed = 1; next }
      !listed { wanted[$0] = 1; next }
      $2 in wanted { print $1 "\t" $2 }'
  fi
}

# package_files: "PACKAGE<tab>PATH" of every installed file (rpm, apk).
package_files() {
  if [ -r /lib/apk/db/installed ]; then
    awk '
      /^P:/ { package = substr($0, 3) }
      /^F:/ { directory = "/" substr($0, 3); if (directory == "/") directory = ""; else print package "\t" directory }
      /^R:/ { print package "\t" directory "/" substr($0, 3) }
    ' /lib/apk/db/installed
  elif have rpm; then
    rpm -qa --qf '[%{=NAME}\t%{FILENAMES}\n]'
  fi
}

# package_sources: "PACKAGE<tab>SOURCE" of every installed package.
package_sources() {
  if [ -r /var/lib/dpkg/status ]; then
    awk '
      function flush() { if (package != "") print package "\t" (source == "" ? package : source); package = source = "" }
      /^Package: / { package = $2 }
      /^Source: / { source = $2 }
      /^$/ { flush() }
      END { flush() }' /var/lib/dpkg/status
  elif [ -r /lib/apk/db/installed ]; then
    awk '/^P:/ { package = substr($0, 3) } /^o:/ { print package "\t" substr($0, 3) }' /lib/apk/db/installed
  elif have rpm; then
    rpm -qa --qf '%{NAME}\t%{SOURCERPM}\n' | sed 's/-[^-]*-[^-]*$//'
  fi
}
