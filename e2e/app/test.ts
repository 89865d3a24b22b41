import { test as base, type Page } from '@playwright/test';
import { openBrowser } from './open-browser.ts';
import { openWindow } from './open-window.ts';
import { type Home, makeHome } from './places.ts';

export interface Surface {
  /** Where the app runs: set by the project in `playwright.config.ts`. */
  surface: 'browser' | 'window';
}

export interface App {
  home: Home;
  /** The app's page, wherever it runs. */
  appPage: Page;
}

/** A test of what holds in the window and in the browser alike. */
export const test = base.extend<App & Surface>({
  surface: ['browser', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures a fixture needs from the pattern.
  home: async ({}, use) => {
    const home = await makeHome();
    await use(home);
    await home.remove();
  },
  appPage: async ({ surface, home, browser }, use) => {
    if (surface === 'window') {
      const { app, page } = await openWindow(home);
      await use(page);
      await app.close();
    } else {
      const { page, end } = await openBrowser(browser, home);
      await use(page);
      await page.context().close();
      await end();
    }
  },
});
