import { expect } from '@playwright/test';
import { openPage, test } from '../../app/fake-pages.ts';
import { textsOf } from '../../pages/texts.ts';
import { wizardPage } from '../../pages/wizard-page.ts';
import { scenePath } from '../../screens/scene.ts';

// What a person sets for their eyes: larger pages (WCAG 2.2, 1.4.4) and colors of their own.
const say = textsOf('en');
const look = { theme: 'light', language: 'en' } as const;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('at 200 % in a window of 1280 by 800', () => {
  const size = { width: 640, height: 400 };
  test.use({ viewport: size });

  for (const step of ['start', 'connect', 'inventory', 'plan', 'edit', 'run', 'export'] as const) {
    test(`no button at the head or foot of ${step} is cut off`, async ({ page, fakePages }) => {
      await openPage(page, new URL(scenePath({ name: step, step }, look), fakePages).href);
      await expect(wizardPage(page, say).heading(step)).toBeVisible();
      const buttons = page.getByRole('main').locator('header, footer').getByRole('button');
      for (const button of await buttons.all()) {
        const { x, width } = (await button.boundingBox()) ?? { x: 0, width: 0 };
        expect(x, await button.innerText()).toBeGreaterThanOrEqual(0);
        expect(x + width, await button.innerText()).toBeLessThanOrEqual(size.width);
      }
    });
  }

  test('a page that scrolls inside scrolls as a whole', async ({ page, fakePages }) => {
    await openPage(page, new URL(scenePath({ name: 'inventory', step: 'inventory' }, look), fakePages).href);
    const heading = wizardPage(page, say).heading('inventory');
    await heading.hover();
    await page.mouse.wheel(0, 1000);
    await expect(heading).not.toBeInViewport();
  });
});

test('with forced colors, what is chosen is marked in the color of the text', async ({ page, fakePages }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page, new URL(scenePath({ name: 'connect', step: 'connect' }, look), fakePages).href);
  const text = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
  for (const role of ['radio', 'checkbox'] as const) {
    const mark = page.getByRole(role, { checked: true }).first().locator('xpath=following-sibling::*').first();
    await expect(mark).toHaveCSS('color', text);
  }
});
