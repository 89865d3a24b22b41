import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addHolder, isAlive, liveHolders, removeHolder } from './holders.ts';
import { withLock } from './lock.ts';
import { run } from './run.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'slipway-lock-'));
});

afterEach(() => rm(directory, { recursive: true }));

/** The number of a process that has ended. */
async function deadProcess(): Promise<number> {
  return Number((await run('sh', ['-c', 'echo $$'])).stdout);
}

test('work under one lock never overlaps, and the lock is gone afterwards', async () => {
  const file = join(directory, 'lock');
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise(setImmediate);
    order.push(`${name} ends`);
  };
  await Promise.all([withLock(file, work('a')), withLock(file, work('b'))]);
  expect([order.slice(0, 2), order.slice(2)].map((pair) => pair.map((line) => line.slice(2)))).toEqual([
    ['begins', 'ends'],
    ['begins', 'ends'],
  ]);
  expect(await readdir(directory)).toEqual([]);
});

test('the lock of a process that died is taken over, and given back when the work fails', async () => {
  const file = join(directory, 'lock');
  await writeFile(file, String(await deadProcess()));
  const seen = await withLock(file, () => readFile(file, 'utf8'));
  expect(seen).toBe(String(process.pid));
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(directory)).toEqual([]);
});

test('holders are processes that live and names that stay', async () => {
  for (const holder of [String(process.pid), String(await deadProcess()), 'lab']) await addHolder(directory, holder);
  expect((await liveHolders(directory)).sort()).toEqual([String(process.pid), 'lab']);
  await removeHolder(directory, 'lab');
  expect(await liveHolders(directory)).toEqual([String(process.pid)]);
});

test('a living process is told from a dead one', async () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(await deadProcess())).toBe(false);
});
