import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFacts } from '../../../../shared/testing/empty-facts.ts';
import { keepScan, listScans, readScan } from './scans.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'slipway-scans-'));
});
afterEach(() => rm(root, { recursive: true }));

const facts = (hostname: string) => {
  const empty = emptyFacts();
  return { ...empty, os: { ...empty.os, hostname } };
};
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

describe('scans', () => {
  it('lists by time, reads the newest or a named one, for their owner alone', async () => {
    const later = await keepScan(root, facts('later'), at(2));
    const first = await keepScan(root, facts('first'), at(1));
    expect(await listScans(root)).toEqual([first, later]);
    expect((await readScan(root, undefined)).os.hostname).toBe('later');
    expect((await readScan(root, first.id)).os.hostname).toBe('first');
    expect((await stat(join(root, '.slipway/scans', `${first.id}.json`))).mode & 0o777).toBe(0o600);
  });

  it('keeps the last twenty', async () => {
    for (let minute = 0; minute < 23; minute += 1) await keepScan(root, facts(`${minute}`), at(minute));
    expect((await listScans(root)).map(({ hostname }) => hostname)).toEqual(
      Array.from({ length: 20 }, (_, n) => `${n + 3}`),
    );
    expect(await readdir(join(root, '.slipway/scans'))).toHaveLength(40);
  });

  it.each([undefined, '../facts', '20260101T120000000Z-0000'])('has no facts under the name %j', async (id) => {
    await expect(readScan(root, id)).rejects.toMatchObject({ code: 'facts.invalid' });
  });
});
