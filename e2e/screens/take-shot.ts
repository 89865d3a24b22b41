import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import type { Shot } from './shots.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const tries = 5;

/** Takes a picture of a page, and gives what axe finds on it, a line each. */
export async function takeShot(browser: Browser, base: string, shot: Shot, folder: string): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await load(page, new URL(shot.path, base).href);
    if (shot.loads)
      await page
        .getByRole('status')
        .filter({ hasText: /Loading|正在加载/ })
        .waitFor({ state: 'detached' });
    await page.screenshot({ path: join(folder, `${shot.name}.png`) });
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  } finally {
    await context.close();
  }
}

/** Chromium gives up loading where a network interface comes or goes, as they do while containers start: then again. */
async function load(page: Page, url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    let broken = false;
    const mark = () => {
      broken = true;
    };
    page.on('requestfailed', mark);
    try {
      await page.goto(url);
      await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 15_000 });
      await page.waitForLoadState('networkidle');
      if (!broken || attempt === tries) return;
    } catch (error) {
      if (attempt === tries) throw error;
    } finally {
      page.off('requestfailed', mark);
    }
    await page.goto('about:blank');
  }
}
