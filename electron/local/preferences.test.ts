import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPreferences } from './preferences.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-preferences-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('keeps what was set for the next start', () => {
  expect(openPreferences(folder).set({ language: 'zh' })).toEqual({ theme: 'system', language: 'zh' });
  expect(openPreferences(folder).get()).toEqual({ theme: 'system', language: 'zh' });
});

it('is readable by its owner alone', async () => {
  openPreferences(folder).set({ theme: 'dark' });
  expect((await stat(join(folder, 'preferences.json'))).mode & 0o077).toBe(0);
});

it.each(['', 'not json', '{"value":{"theme":"pink","language":"en"}}', '{"value":7}', '[]'])(
  'starts anew where the file holds %s',
  async (content) => {
    await writeFile(join(folder, 'preferences.json'), content);
    expect(openPreferences(folder).get()).toEqual({ theme: 'system', language: 'system' });
    openPreferences(folder).set({ theme: 'light' });
    expect(await readFile(join(folder, 'preferences.json'), 'utf8')).toContain('light');
  },
);
