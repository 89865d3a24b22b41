import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyFacts } from '../../../shared/testing/empty-facts.ts';
import { shownFacts } from './shown-facts.ts';
import { keepScan } from './store/scans.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'slipway-shown-'));
});
afterEach(() => rm(root, { recursive: true }));

const secretFile = { path: '/etc/app.ini', source: 'requested', content: 'password = keel-haul-7', truncated: false };

async function keep(minute: number) {
  return keepScan(root, emptyFacts({ configFiles: [secretFile] }), new Date(Date.UTC(2026, 0, 1, 12, minute)));
}

it('hides the secrets of a scan once, however often it is shown', async () => {
  const { id } = await keep(1);
  const first = await shownFacts(root, id);
  expect(JSON.stringify(first)).not.toContain('keel-haul-7');
  expect(await shownFacts(root, id)).toBe(first);
  expect(await shownFacts(root, undefined)).toBe(first);
});

it('shows the newest where none is named, and keeps two at most', async () => {
  const first = await keep(1);
  const before = await shownFacts(root, first.id);
  const second = await keep(2);
  expect(await shownFacts(root, undefined)).toBe(await shownFacts(root, second.id));
  await keep(3);
  await shownFacts(root, undefined);
  expect(await shownFacts(root, first.id)).not.toBe(before);
});

it('reads a scan that was not there once it is', async () => {
  await expect(shownFacts(root, undefined)).rejects.toMatchObject({ code: 'facts.invalid' });
  await keep(1);
  expect((await shownFacts(root, undefined)).configFiles).toHaveLength(1);
});
