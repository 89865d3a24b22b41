#!/bin/sh
# slim-rootfs.sh RELEASE MIRROR DIRECTORY TARGET, with an empty MIRROR for debootstrap's own.
# Makes what Debian's own "slim" images hold: the minimal base, without documentation, lists and caches.
# The same rules stay in the image, so that packages installed later bring no documentation either.
set -eu
release=$1 mirror=$2 root=$3/root target=$4

mkdir -p "$root"
debootstrap --variant=minbase "$release" "$root" ${mirror:+"$mirror"} >&2

cat > "$root/etc/dpkg/dpkg.cfg.d/docker" <<'RULES'
force-unsafe-io
path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/info/*
path-exclude /usr/share/locale/*
path-include /usr/share/locale/locale.alias
path-exclude /usr/share/man/*
path-exclude /usr/share/groff/*
path-exclude /usr/share/lintian/*
path-exclude /usr/share/linda/*
RULES

find "$root/usr/share/doc" ! -type d ! -name copyright -delete
find "$root/usr/share/doc" -depth -type d -empty -delete
for directory in info man groff lintian linda; do
  rm -rf "${root:?}/usr/share/$directory"
done
find "$root/usr/share/locale" -mindepth 1 ! -name locale.alias -delete

cat > "$root/etc/apt/apt.conf.d/docker-clean" <<'RULES'
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Acquire::Languages "none";
Acquire::GzipIndexes "true";
Apt::AutoRemove::SuggestsImportant "false";
RULES

# Services must not start while packages are installed in an image.
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"

rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/* "$root"/var/cache/debconf/*-old "$root"/var/log/* \
  "$root"/tmp/* "$root"/run/* "$root"/var/cache/ldconfig/aux-cache "$root"/etc/hostname "$root"/etc/resolv.conf
mkdir -p "$root/var/lib/apt/lists/partial" "$root/var/cache/apt/archives/partial" "$root/var/log/apt"
: > "$root/etc/machine-id"

tar --sort=name --numeric-owner --xattrs --exclude=./dev/* --exclude=./proc/* --exclude=./sys/* \
  -C "$root" -czf "$target" .
