import { expect, test } from 'vitest';
import { filesSection, fixture, section } from '../testing/sections.ts';
import { parseMounts } from './parse.ts';

test('recorded mounts with sizes', () => {
  const { value } = parseMounts([
    filesSection({ '/proc/self/mountinfo': fixture(import.meta.url, 'mountinfo.txt') }),
    section('df', fixture(import.meta.url, 'df.txt')),
  ]);
  const root = value.find((mount) => mount.target === '/');
  expect(root).toMatchObject({ type: 'overlay', network: false });
  expect(root?.sizeBytes).toBeGreaterThan(root?.usedBytes ?? Number.POSITIVE_INFINITY);
  expect(value.find((mount) => mount.target === '/proc')).toMatchObject({ type: 'proc' });
});

test.each([
  ['nfs4', true],
  ['ceph', true],
  ['fuse.glusterfs', true],
  ['ext4', false],
  ['fuse.lxcfs', false],
])('%s', (type, network) => {
  const line = `36 35 98:0 / /srv/with\\040blank rw,noatime master:1 - ${type} filer:/x rw,vers=4\n`;
  const { value } = parseMounts([filesSection({ '/proc/self/mountinfo': line })]);
  expect(value).toEqual([
    { source: 'filer:/x', target: '/srv/with blank', type, options: ['rw', 'noatime', 'vers=4'], network },
  ]);
});
