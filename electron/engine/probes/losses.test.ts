import { expect, test } from 'vitest';
import type { Gap } from '../../../shared/model/facts.ts';
import { lateProbes, lossesOf } from './losses.ts';

function lost(probe: string, reason: Gap['reason']): Gap {
  return { probe, subject: `probe ${probe}`, reason };
}

const single: Gap = { probe: 'files', subject: '/etc/shadow', reason: 'timeout' };

test('a lost probe is told in words of the server, a single unread thing is not', () => {
  const [late, long, odd, ...rest] = lossesOf([
    lost('files', 'timeout'),
    single,
    lost('enrich', 'truncated'),
    lost('units', 'unparsable'),
  ]);
  expect(late).toMatch(/too long.*configuration and files.*less busy/);
  expect(long).toMatch(/more of its further configuration and files/);
  expect(odd).toMatch(/services was not understood/);
  expect(rest).toEqual([]);
});

test('only what ran out of time is worth asking for again', () => {
  expect(lateProbes([lost('files', 'truncated'), lost('units', 'timeout'), single])).toEqual(['units']);
});
