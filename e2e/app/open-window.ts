import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
import { ensureElectron } from '../../scripts/machine/electron.ts';
import { type Home, root, sandboxArgs } from './places.ts';

export interface OpenWindow {
  app: ElectronApplication;
  page: Page;
}

/** Starts the built app in a real Electron, with the settings of a home, and waits for its page. */
export async function openWindow(home: Home, args: readonly string[] = []): Promise<OpenWindow> {
  const app = await launch({
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

/**
 * Starts Electron. Playwright attaches to an app that is starting, and misses it once in some hundred starts
 * (https://github.com/microsoft/playwright/issues/9351): then again, with what it saw in the tests' output.
 */
async function launch(options: Parameters<typeof _electron.launch>[0], attempts = 3): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: 30_000 });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError) || attempts === 1) throw error;
    console.warn(error.message);
    return launch(options, attempts - 1);
  }
}

/** The arguments of a start, for whoever starts Electron without Playwright. */
export function windowArgs(home: Home): string[] {
  return [...sandboxArgs, `--user-data-dir=${join(home.path, 'settings')}`, root];
}
