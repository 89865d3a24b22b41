import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_FILE } from './layout.ts';
import { readSettings, writeSettings } from './settings.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-settings-'));
  mkdirSync(dirname(join(root, PROJECT_FILE)), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const keep = (server: object) =>
  writeFileSync(
    join(root, PROJECT_FILE),
    JSON.stringify({ slipway: 1, name: 'portal', server: { target: 'ssh://portal.example', ...server }, step: 'plan' }),
  );

describe('the settings of a project', () => {
  it.each([
    ['heeds no trust in host keys that was kept once', { acceptNewHostKey: true }],
    ['reads a server written by hand, with what there is to say', {}],
  ])('%s', async (_, server) => {
    keep(server);
    expect(await readSettings(root)).toEqual({
      slipway: 1,
      name: 'portal',
      server: { target: 'ssh://portal.example', identityFiles: [], jump: [], sudo: false, acceptNewHostKey: false },
      step: 'plan',
    });
  });

  it('writes no trust in host keys', async () => {
    const server = { target: 'ssh://portal.example', identityFiles: [], jump: [], sudo: false, acceptNewHostKey: true };
    await writeSettings(root, { slipway: 1, name: 'portal', server, step: 'plan' });
    expect(readFileSync(join(root, PROJECT_FILE), 'utf8')).toContain('"acceptNewHostKey": false');
  });

  it('starts over where the file is gone', async () => {
    expect(await readSettings(root)).toEqual({ slipway: 1, name: basename(root), step: 'connect' });
  });
});
