import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ensureElectron } from '../../scripts/machine/electron.ts';
import { type Home, root, sandboxArgs } from './places.ts';

export interface OpenWindow {
  app: ElectronApplication;
  page: Page;
}

/** Starts the built app in a real Electron, with the settings of a home, and waits for its page. */
export async function openWindow(home: Home, args: readonly string[] = []): Promise<OpenWindow> {
  const app = await _electron.launch({
    executablePath: await ensureElectron(),
    args: [...windowArgs(home), ...args],
    env: home.env,
    cwd: home.path,
    // As the app itself decides, not as Playwright would have it.
    colorScheme: null,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { app, page };
}

/** The arguments of a start, for whoever starts Electron without Playwright. */
export function windowArgs(home: Home): string[] {
  return [...sandboxArgs, `--user-data-dir=${join(home.path, 'settings')}`, root];
}
