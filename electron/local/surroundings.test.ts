import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settingsFolder } from './folders.ts';
import { rendererAbove } from './renderer-folder.ts';

it('keeps settings where each system keeps them', () => {
  const at = (platform: NodeJS.Platform, environment = {}) =>
    settingsFolder({ platform, environment, home: '/home/me' });
  expect(at('linux')).toBe('/home/me/.config/slipway');
  expect(at('linux', { XDG_CONFIG_HOME: '/etc/me' })).toBe('/etc/me/slipway');
  expect(at('darwin')).toBe('/home/me/Library/Application Support/Slipway');
});

it('finds the page beside a built program, however deep that lies', async () => {
  const root = await mkdtemp(join(tmpdir(), 'slipway-dist-'));
  await mkdir(join(root, 'dist/app/renderer'), { recursive: true });
  expect(rendererAbove(join(root, 'dist/cli/slipway.js'))).toBeUndefined();
  await writeFile(join(root, 'dist/app/renderer/index.html'), '');
  expect(rendererAbove(join(root, 'dist/cli/slipway.js'))).toBe(join(root, 'dist/app/renderer'));
  expect(rendererAbove(join(root, 'dist/cli/assets/serve.js'))).toBe(join(root, 'dist/app/renderer'));
  await rm(root, { recursive: true });
});
