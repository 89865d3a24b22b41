import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';
import { textsOf } from '../pages/texts.ts';
import { wizardPage } from '../pages/wizard-page.ts';
import { gallerySize, type Look, pictureName, sizes } from './looks.ts';
import { type Scene, scenePath } from './scene.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Experimental in axe: it takes the size beside a file's name for a part of its label. */
const notAsked = ['label-content-name-mismatch'];
const tries = 5;

/** Takes a scene's pictures in one look, in each size, and gives what is wrong with it: a line for each finding. */
export async function takePictures(browser: Browser, base: string, scene: Scene, look: Look, folder: string) {
  const [first, ...others] = scene.step === undefined ? [gallerySize] : sizes;
  const context = await browser.newContext({ viewport: first, reducedMotion: 'reduce', bypassCSP: true });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await load(page, new URL(scenePath(scene, look), base).href);
    const failed = await act(page, scene, look);
    await page.screenshot({ path: join(folder, pictureName(scene.name, look, first.width)) });
    const found = await examine(page);
    for (const size of others) {
      await page.setViewportSize(size);
      await settle(page, scene);
      await page.screenshot({ path: join(folder, pictureName(scene.name, look, size.width)) });
    }
    return [...failed, ...found];
  } finally {
    await context.close();
  }
}

/** A scene that cannot be played is a finding as well: the other pictures are still wanted. */
async function act(page: Page, scene: Scene, { language }: Look): Promise<string[]> {
  try {
    await settle(page, scene);
    await scene.act?.(wizardPage(page, textsOf(language)));
    await settle(page, scene);
    return [];
  } catch (error) {
    return [`not played: ${error instanceof Error ? error.message.split('\n')[0] : error}`];
  }
}

/** Waits until nothing loads any more, and what was pointed at is no longer pointed at. */
async function settle(page: Page, scene: Scene): Promise<void> {
  await page.mouse.move(0, 0);
  if (scene.restless !== true) {
    const loading = page.getByRole('status').filter({ hasText: /Loading|正在加载/ });
    await expect(loading).toHaveCount(0, { timeout: 20_000 });
    await page.waitForLoadState('networkidle');
  }
  // What appears moves and fades, even where motion is reduced, and charts want a few readings.
  await page.waitForTimeout(scene.restless === true ? 900 : 250);
}

async function examine(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).disableRules(notAsked).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
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
      if (!broken || attempt === tries) return;
    } catch (error) {
      if (attempt === tries) throw error;
    } finally {
      page.off('requestfailed', mark);
    }
    await page.goto('about:blank');
  }
}
