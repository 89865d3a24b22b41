import { describe, expect, it } from 'vitest';
import { isDockersOwn } from './dockers-own.ts';
import { installedPackages, isPackageRecord } from './installed-packages.ts';

describe('installedPackages', () => {
  it('reads dpkg, leaving out what was removed', () => {
    const text = 'Package: bash\nStatus: install ok installed\n\nPackage: old\nStatus: deinstall ok config-files\n';
    expect(installedPackages([{ path: '/var/lib/dpkg/status', text }])).toEqual(new Set(['bash']));
  });

  it('reads the single records of a distroless image, and apk', () => {
    const records = [
      { path: '/var/lib/dpkg/status.d/libc6', text: 'Package: libc6\nVersion: 2\n' },
      { path: '/lib/apk/db/installed', text: 'C:Q1=\nP:musl\nV:1\n\nP:busybox\n' },
    ];
    expect(records.every(({ path }) => isPackageRecord(path))).toBe(true);
    expect(isPackageRecord('/var/lib/dpkg/status.d/libc6.md5sums')).toBe(false);
    expect(installedPackages(records)).toEqual(new Set(['libc6', 'musl', 'busybox']));
  });
});

describe('isDockersOwn', () => {
  const empty = { type: 'file' as const, mode: 0o644, uid: 0, gid: 0, size: 0 };

  it('drops what docker adds and keeps what the image has', () => {
    expect(isDockersOwn('/.dockerenv', empty)).toBe(true);
    expect(isDockersOwn('/etc/hosts', empty)).toBe(true);
    expect(isDockersOwn('/etc/hosts', { ...empty, size: 12 })).toBe(false);
    expect(isDockersOwn('/etc/mtab', { ...empty, type: 'symlink', linkTarget: '/proc/mounts' })).toBe(true);
    expect(isDockersOwn('/dev/shm', { ...empty, type: 'directory' })).toBe(true);
    expect(isDockersOwn('/dev', { ...empty, type: 'directory' })).toBe(false);
    expect(isDockersOwn('/etc/passwd', empty)).toBe(false);
  });
});
