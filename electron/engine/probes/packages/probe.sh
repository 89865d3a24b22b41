# shellcheck shell=sh
# Installed packages out of the managers' own databases, and the checksums of their configuration files as they are now.

# digests TOOL LIST: digests of the paths in LIST, one a line.
digests() {
  have "$1" || { gap missing-tool "$1"; return; }
  section "$1"
  each "$2" "$1"
}

if [ -r /var/lib/dpkg/status ]; then
  section dpkg
  awk '
    /^[^ ]/ { keep = /^(Package|Status|Version|Architecture|Source|Essential|Depends|Pre-Depends|Provides|Conffiles):/ }
    /^$/ || keep
  ' /var/lib/dpkg/status
  digests md5sum "$(awk '
    /^[^ ]/ { conffiles = /^Conffiles:/ }
    conffiles && /^ \// { sub(/^ /, ""); sub(/ obsolete$/, ""); sub(/ [0-9a-f]+$/, ""); print }
  ' /var/lib/dpkg/status)"
elif [ -e /var/lib/dpkg/status ]; then
  gap permission /var/lib/dpkg/status
fi

if [ -r /lib/apk/db/installed ]; then
  section apk
  grep -E '^([PVAoDpFRZ]:|$)' /lib/apk/db/installed
  digests sha1sum "$(awk '
    /^F:/ { directory = substr($0, 3) }
    /^R:/ && directory ~ /^etc(\/|$)/ { print "/" directory "/" substr($0, 3) }
  ' /lib/apk/db/installed)"
fi

if [ -d /var/lib/rpm ] || [ -d /usr/lib/sysimage/rpm ]; then
  if have rpm; then
    section rpm
    rpm -qa --qf 'P\t%{NAME}\t%{EPOCH}\t%{VERSION}-%{RELEASE}\t%{ARCH}\t%{SOURCERPM}\n[R\t%{REQUIRENAME}\n][V\t%{PROVIDENAME}\n]'
    section rpm-config
    configuration=$(rpm -qa --qf '[%{NAME}\t%{FILEFLAGS:fflags}\t%{FILEDIGESTS}\t%{FILENAMES}\n]' | awk -F '\t' '$2 ~ /c/ && $3 != ""')
    printf '%s\n' "$configuration"
    digests sha256sum "$(printf '%s\n' "$configuration" | awk -F '\t' 'length($3) == 64 { print $4 }')"
    digests md5sum "$(printf '%s\n' "$configuration" | awk -F '\t' 'length($3) == 32 { print $4 }')"
  elif [ ! -e /var/lib/dpkg/status ]; then
    gap missing-tool rpm
  fi
fi
:
