import { expect, test } from 'vitest';
import { filesSection, section } from '../testing/sections.ts';
import type { Section } from '../wire/sections.ts';
import { parseFiles } from './parse.ts';

const find = [
  '/etc/a/on',
  'l',
  '777',
  '0',
  '0',
  '9',
  '1700000000.5',
  '../off',
  '/usr/bin/dash',
  'f',
  '4755',
  '0',
  '8',
  '125640',
  '1672924848.0',
  '',
];

test('metadata of find, owners under either name of a merged directory', () => {
  const { value } = parseFiles([
    section('metadata', find.map((text) => `${text}\0`).join('')),
    section('owners', 'dash\t/bin/dash\nbase\t/etc/a/on\nother\t/etc/a/on\n'),
  ]);
  expect(value.files).toEqual([
    {
      path: '/etc/a/on',
      type: 'symlink',
      mode: 0o777,
      uid: 0,
      gid: 0,
      size: 9,
      mtime: 1_700_000_000,
      linkTarget: '../off',
    },
    {
      path: '/usr/bin/dash',
      type: 'file',
      mode: 0o4755,
      uid: 0,
      gid: 8,
      size: 125_640,
      mtime: 1_672_924_848,
      package: 'dash',
    },
  ]);
});

test('metadata of busybox stat', () => {
  const records: Section = {
    ...section('metadata-stat', ''),
    records: [
      "/bin/a1ff/0/0/7/1747699200/'/bin' -> 'usr/bin'",
      '/etc/odd/name/81a4/0/0/1378/1795378198//etc/odd/name',
      'nonsense',
    ],
  };
  const { value } = parseFiles([records]);
  expect(value.files).toEqual([
    {
      path: '/bin',
      type: 'symlink',
      mode: 0o777,
      uid: 0,
      gid: 0,
      size: 7,
      mtime: 1_747_699_200,
      linkTarget: 'usr/bin',
    },
    { path: '/etc/odd/name', type: 'file', mode: 0o644, uid: 0, gid: 0, size: 1378, mtime: 1_795_378_198 },
  ]);
});

test('texts: whole, cut, too much, unreadable and binary', () => {
  const list = [
    'whole\t5\tpackage:a\t/etc/a',
    'head\t999999\tpackage:a\t/etc/big',
    'over\t10\targv:4\t/srv/x',
    'whole\t7\targv:4\t/srv/secret',
    'whole\t3\targv:4\t/srv/binary',
  ];
  const { value, gaps } = parseFiles([
    section('texts', list.join('\n')),
    filesSection({ '/etc/a': 'hello', '/srv/secret': '', '/srv/binary': 'a\0b' }),
    section('head', '/etc/big\0the beginning'),
  ]);
  expect(value.configFiles).toEqual([
    { path: '/etc/a', source: 'package:a', content: 'hello', truncated: false },
    { path: '/etc/big', source: 'package:a', content: 'the beginning', truncated: true },
    { path: '/srv/secret', source: 'argv:4', content: '', truncated: false },
  ]);
  expect(gaps.map(({ subject, reason }) => [subject, reason])).toEqual([
    ['/etc/big', 'truncated'],
    ['/srv/x', 'truncated'],
    ['/srv/secret', 'permission'],
  ]);
});
