import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ensureElectron } from '../../../scripts/machine/electron.ts';
import { listenIn, nextCommandIn, openEngineIn } from '../../app/engine-in-page.ts';
import { openWindow, windowArgs } from '../../app/open-window.ts';
import type { Home } from '../../app/places.ts';
import { test } from '../../app/window-test.ts';

test('a second start hands over what it is about, and ends', async ({ home, window: { app, page } }) => {
  await openEngineIn(page);
  await listenIn(page);
  const yaml = join(home.path, 'portal', 'slipway.yaml');
  await startAgain(home, yaml);
  expect(await nextCommandIn(page)).toEqual({ command: 'open-path', path: yaml });
  await startAgain(home, 'slipway://connect?target=ssh://deploy@portal:2222');
  expect(await nextCommandIn(page)).toEqual({ command: 'connect-to', target: 'ssh://deploy@portal:2222' });
  expect(app.windows()).toHaveLength(1);
});

test('a second start brings the window forward', async ({ home, window: { app } }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await startAgain(home);
  const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(visible).toBe(true);
});

test('a link that starts the app opens its project', async ({ home }) => {
  const directory = join(home.path, 'portal');
  const first = await openWindow(home);
  await openEngineIn(first.page);
  await first.page.evaluate((folder) => window.testEngine.client.projects.create({ directory: folder }), directory);
  await first.app.close();
  const second = await openWindow(home, [`slipway://open?${new URLSearchParams({ path: directory })}`]);
  await second.page.waitForURL((url) => new URLSearchParams(url.hash.split('?')[1]).get('project') === directory);
  await second.app.close();
});

async function startAgain(home: Home, ...about: string[]): Promise<void> {
  const second: ChildProcess = spawn(await ensureElectron(), [...windowArgs(home), ...about], {
    ...{ env: home.env, cwd: home.path, stdio: 'ignore' },
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
}
