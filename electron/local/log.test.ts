import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from './log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('writes at once, and never a secret', async () => {
  const log = openLog(folder, 'main');
  log.info({ password: 'hunter2', login: { token: 'hunter2' } }, 'asked');
  log.error({ error: new Error('git clone https://me:hunter2@git.example failed') }, 'failed');
  const text = await readFile(join(folder, 'main.log'), 'utf8');
  const [first, second] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toMatchObject({ msg: 'asked', password: '•••', login: { token: '•••' } });
  expect(second.error.message).toBe('git clone https://me:•••@git.example failed');
  expect(text).not.toContain('hunter2');
});

it('puts a large log aside when it is opened', async () => {
  await writeFile(join(folder, 'main.log'), 'x'.repeat(5 * 1024 * 1024 + 1));
  openLog(folder, 'main').info('new');
  expect((await readdir(folder)).sort()).toEqual(['main.log', 'main.log.1']);
  expect((await stat(join(folder, 'main.log'))).size).toBeLessThan(1000);
});
