import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ensureTools, findProgram } from './tools.ts';

let empty: string | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  if (empty !== undefined) await rm(empty, { recursive: true });
  empty = undefined;
});

test('a program is found in the path, and what is not there is not', () => {
  expect(findProgram('sh')).toMatch(/\/sh$/);
  expect(findProgram('no-such-program')).toBeUndefined();
});

test('tools that are there need nothing', async () => {
  await expect(ensureTools([])).resolves.toBeUndefined();
});

test('without apt, a person is told what is missing and where to get it', async () => {
  empty = await mkdtemp(join(tmpdir(), 'slipway-path-'));
  vi.stubEnv('PATH', empty);
  await expect(ensureTools(['git'])).rejects.toThrow(/git: install git \(https:/);
});
