import { expect, test } from 'vitest';
import { section } from '../testing/sections.ts';
import { readLinks, statLinkTarget } from './links.ts';
import type { Section } from './sections.ts';

test('find prints pairs, whatever stands in them', () => {
  const links = readLinks([section('links', '/proc/1/fd/3\0/tmp/a\nb -> c\0/proc/1/exe\0\0')]);
  expect([...links]).toEqual([
    ['/proc/1/fd/3', '/tmp/a\nb -> c'],
    ['/proc/1/exe', ''],
  ]);
});

test.each([
  ['busybox', "'/proc/9/exe' -> '/usr/bin/a b'", '/usr/bin/a b'],
  ['GNU, told not to quote', '/proc/9/exe -> /usr/bin/a b', '/usr/bin/a b'],
  ['coreutils of 2008', "`/proc/9/exe' -> `/bin/bash'", '/bin/bash'],
])('stat of %s', (_, name, target) => {
  expect(statLinkTarget('/proc/9/exe', name)).toBe(target);
  const records: Section = { ...section('links-stat', ''), records: [`/proc/9/exe/${name}`] };
  expect(readLinks([records]).get('/proc/9/exe')).toBe(target);
});

test('ls, where there is neither find nor stat', () => {
  const line = 'lrwx------ 1 root root 64 Nov 22 19:00 /proc/1/fd/0 -> /dev/null\n';
  expect(readLinks([section('links-ls', line)]).get('/proc/1/fd/0')).toBe('/dev/null');
});
