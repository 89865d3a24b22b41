import { type OpenWindow, openWindow } from './open-window.ts';
import { test as base } from './test.ts';

/** A test of the app's window alone. */
export const test = base.extend<{ window: OpenWindow }>({
  window: async ({ home }, use) => {
    const window = await openWindow(home);
    await use(window);
    await window.app.close();
  },
});
