# Says which packages own paths, what digests the packages brought, and the packages' records.
# Standard input: absolute paths, one a line. Standard output: tab-separated lines:
#   O <package> <path>, D <package> <digest> <path>, R <package> <version> <architecture> <source>,
#   S <line of a dpkg status paragraph>, V <line of the diversions>, T <line of the stat overrides>, Z
LC_ALL=C
export LC_ALL
renice -n 10 $$ >/dev/null 2>&1
ionice -c 2 -n 7 -p $$ >/dev/null 2>&1

if [ -d /var/lib/dpkg/info ]; then
  awk '
    FILENAME == "-" { wanted[$0] = 1; next }
    FILENAME != last {
      last = package = FILENAME
      sub(/.*\//, "", package); sub(/\.(list|md5sums)$/, "", package); sub(/:.*/, "", package)
      digests = FILENAME ~ /\.md5sums$/
      status = FILENAME ~ /\/status$/
    }
    status { paragraph = paragraph "S\t" $0 "\n"; if ($1 == "Package:") name = $2
      if ($0 == "") { if (name in owners) printf "%s", paragraph; paragraph = ""; name = "" }
      next }
    digests { path = "/" substr($0, 35); if (path in wanted) print "D\t" package "\t" $1 "\t" path; next }
    $0 in wanted { owners[package] = 1; print "O\t" package "\t" $0 }
    END { if (name in owners) printf "%s", paragraph }
  ' - /var/lib/dpkg/info/*.list /var/lib/dpkg/info/*.md5sums /var/lib/dpkg/status
  sed 's/^/V	/' /var/lib/dpkg/diversions 2>/dev/null
  sed 's/^/T	/' /var/lib/dpkg/statoverride 2>/dev/null
elif [ -f /lib/apk/db/installed ]; then
  awk '
    FILENAME == "-" { wanted[$0] = 1; next }
    /^P:/ { package = substr($0, 3); source = package }
    /^V:/ { version = substr($0, 3) }
    /^A:/ { architecture = substr($0, 3) }
    /^o:/ { source = substr($0, 3) }
    /^F:/ { directory = substr($0, 3) == "" ? "" : "/" substr($0, 3)
      if (directory in wanted) print "O\t" package "\t" directory }
    /^R:/ { path = directory "/" substr($0, 3)
      if (path in wanted) { owned = 1; print "O\t" package "\t" path } }
    /^Z:/ { if (path in wanted) print "D\t" package "\t" substr($0, 3) "\t" path }
    /^$/ { if (owned) print "R\t" package "\t" version "\t" architecture "\t" source; owned = 0; path = "" }
  ' - /lib/apk/db/installed
elif [ -d /var/lib/rpm ] || [ -d /usr/lib/sysimage/rpm ]; then
  awk -F '\t' '
    { wanted[$0] = 1 }
    END {
      files = "rpm -qa --qf \"[%{=NAME}\\t%{FILEDIGESTS}\\t%{FILENAMES}\\n]\" 2>/dev/null"
      while ((files | getline) > 0) if ($3 in wanted) {
        owners[$1] = 1
        print "O\t" $1 "\t" $3
        if ($2 != "") print "D\t" $1 "\t" $2 "\t" $3
      }
      records = "rpm -qa --qf \"%{NAME}\\t%{VERSION}-%{RELEASE}\\t%{ARCH}\\t%{SOURCERPM}\\n\" 2>/dev/null"
      while ((records | getline) > 0) if ($1 in owners) print "R\t" $0
    }'
fi
printf 'Z\n'
