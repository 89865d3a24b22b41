import { expect, type Page } from '@playwright/test';
import { atRest, openPage } from '../app/fake-pages.ts';
import { textsOf } from '../pages/texts.ts';
import { wizardPage } from '../pages/wizard-page.ts';
import type { Look } from './looks.ts';
import { type Scene, scenePath, sizesOf } from './scene.ts';

/** Brings a page to where a scene is, in one look and in the scene's first size. */
export async function playScene(page: Page, base: string, scene: Scene, look: Look): Promise<void> {
  await page.setViewportSize(sizesOf(scene)[0]);
  await openPage(page, new URL(scenePath(scene, look), base).href);
  await settled(page, scene);
  await scene.act?.(wizardPage(page, textsOf(look.language)));
  await settled(page, scene);
}

/** Resolves when nothing loads or moves any more, and what was pointed at is no longer pointed at. */
export async function settled(page: Page, { restless = false }: Scene): Promise<void> {
  await page.mouse.move(0, 0);
  const loading = page.getByRole('status').filter({ hasText: /Loading|正在加载/ });
  if (!restless) await expect(loading).toHaveCount(0);
  await atRest(page);
}
