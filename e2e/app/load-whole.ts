import { expect, type Page, type Request } from '@playwright/test';

/**
 * Loads a page of the app, whole. Chromium drops what it loads whenever a network interface comes or goes, as they do
 * while containers start somewhere on this machine: then again.
 */
export async function loadWhole(page: Page, load: () => Promise<unknown>): Promise<void> {
  await expect(async () => {
    const lost: string[] = [];
    const note = (request: Request) => {
      // What the page before was still at loading is nobody's loss.
      const why = request.failure()?.errorText ?? '';
      if (why !== 'net::ERR_ABORTED') lost.push(`${request.url()} ${why}`);
    };
    page.on('requestfailed', note);
    try {
      await load();
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      expect(lost).toEqual([]);
    } finally {
      page.off('requestfailed', note);
    }
  }).toPass({ timeout: 100_000 });
}
