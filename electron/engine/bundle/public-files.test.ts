import { expect, test } from 'vitest';
import { isPublic, publicFilesOf } from './public-files.ts';

const file = {
  path: '/etc/exim4/tls',
  type: 'file' as const,
  place: 'payload' as const,
  mode: 0o644,
  uid: 0,
  gid: 0,
  size: 1,
  mtime: 0,
  package: 'exim4-config',
  origin: 'unchanged' as const,
  reasons: [],
};

test('public is what a package brought and nobody changed', () => {
  const { package: _owner, ...unowned } = file;
  expect(isPublic(file)).toBe(true);
  expect(isPublic({ ...file, origin: 'changed' })).toBe(false);
  expect(isPublic(unowned)).toBe(false);
});

test('where such files stand in a bundle', () => {
  const base = { image: 'debian', digest: '' };
  const entries = [file, { ...file, path: '/etc/a', place: 'config' as const }, { ...file, place: 'secret' as const }];
  expect([...publicFilesOf([{ workload: 'exim', base, missingLibraries: [], entries }])]).toEqual([
    'workloads/exim/payload.tar:/etc/exim4/tls',
    'workloads/exim/config/etc/a',
  ]);
});
