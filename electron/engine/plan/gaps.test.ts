import { expect, test } from 'vitest';
import type { Facts } from '../../../shared/model/facts.ts';
import { aFacts, aFile } from '../detectors/support/a-facts.fixture.ts';
import { gapsOf } from './gaps.ts';

function gap(subject: string, reason: Facts['gaps'][number]['reason'], hint?: string): Facts['gaps'][number] {
  return { probe: 'enrich', subject, reason, ...(hint !== undefined && { hint }) };
}

test('a program that turns out to be no script is no gap; a text that makes no sense is one', () => {
  const files = [aFile('/opt/quoted/bin/quoted', { mode: 0o755 }), aFile('/opt/quoted/quoted.conf')];
  const gaps = [gap('/opt/quoted/bin/quoted', 'unparsable'), gap('/opt/quoted/quoted.conf', 'unparsable')];
  expect(gapsOf(aFacts({ files, gaps }))).toEqual(['/opt/quoted/quoted.conf: made no sense']);
});

test('nor is an archive of classes, which nobody may execute by itself', () => {
  const files = [aFile('/opt/tally/tally.jar', { mode: 0o644 })];
  expect(gapsOf(aFacts({ files, gaps: [gap('/opt/tally/tally.jar', 'unparsable')] }))).toEqual([]);
});

test('a program that could not be read is a gap like any other', () => {
  const files = [aFile('/opt/quoted/bin/quoted', { mode: 0o700 })];
  expect(gapsOf(aFacts({ files, gaps: [gap('/opt/quoted/bin/quoted', 'permission')] }))).toEqual([
    '/opt/quoted/bin/quoted: needs root',
  ]);
});

test('process ids are left out, so that the same gap stands there once and stays the same from scan to scan', () => {
  const gaps = [
    gap('/proc/412/fd', 'permission', 'Scan as root to see /proc/412/fd.'),
    gap('/proc/97/fd', 'permission', 'Scan as root to see /proc/97/fd.'),
    gap('environment of process 97', 'permission'),
  ];
  expect(gapsOf(aFacts({ gaps }))).toEqual([
    '/proc/PID/fd: needs root. Scan as root to see /proc/PID/fd.',
    'environment of process: needs root',
  ]);
});

test('what a server calls its files does not reach a terminal', () => {
  expect(gapsOf(aFacts({ gaps: [gap('/srv/\u001b[2J', 'timeout')] })).join('')).not.toContain('\u001b');
});
