import { expect } from '@playwright/test';
import { openEngineIn, startEndlessJob } from '../../app/engine-in-page.ts';
import { loadWhole } from '../../app/load-whole.ts';
import { openBrowser } from '../../app/open-browser.ts';
import { startSilentServer } from '../../app/silent-server.ts';
import { test } from '../../app/test.ts';

test('the link is good for one browser', async ({ browser, home }) => {
  const { page, url, end } = await openBrowser(browser, home);
  await expect(page.locator('#root')).toBeAttached();
  const another = await browser.newContext();
  const stranger = await another.newPage();
  const answer = await stranger.goto(url);
  expect(answer?.status()).toBe(403);
  await expect(stranger.getByRole('heading', { name: 'This link is used up' })).toBeVisible();
  await another.close();
  await page.context().close();
  await end();
});

test('Ctrl-C cancels what runs, tells the page, and ends well', async ({ browser, home }) => {
  const server = await startSilentServer();
  const { page, end } = await openBrowser(browser, home);
  await openEngineIn(page);
  const { gone } = await startEndlessJob(page, server);
  const lost = page.evaluate(() => new Promise<void>((resolve) => window.testEngine.onLost(resolve)));
  const code = end();
  await Promise.all([gone, lost]);
  expect(await code).toBe(0);
  await page.context().close();
  server.close();
});

test('nothing in the page offends its policy', async ({ appPage }) => {
  const errors: string[] = [];
  appPage.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await loadWhole(appPage, async () => {
    errors.length = 0;
    await appPage.reload();
  });
  expect(errors).toEqual([]);
});

test('what the page may need later is fetched ahead', async ({ appPage }) => {
  const fetched = (name: string) =>
    appPage.evaluate(
      (part) => performance.getEntriesByType('resource').some((entry) => entry.name.includes(part)),
      name,
    );
  // Of the last step, of the editor and of the map: nobody has gone to any of them.
  for (const name of ['export-step', 'editor.api', 'yaml.worker', 'elk-worker']) {
    await expect.poll(() => fetched(name), { timeout: 60_000 }).toBe(true);
  }
});
