import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../app/places.ts';
import { type Look, pictureName } from './looks.ts';
import { settled } from './play.ts';
import { type Scene, sizesOf } from './scene.ts';

/** Where `npm run screens` puts its pictures, and the page that shows them all. */
export const pictureFolder = join(root, 'dist', 'screens');

export interface PictureOptions {
  /** The folder that pictures go to; none are taken without it. Set by `playwright.config.ts` beside this file. */
  pictures: string | undefined;
}

/** Takes a picture of a scene that was played, in each of its sizes. */
export async function takePictures(page: Page, scene: Scene, look: Look, folder: string): Promise<void> {
  for (const size of sizesOf(scene)) {
    await page.setViewportSize(size);
    await settled(page, scene);
    // What is drawn anew at another size is drawn in the frames that follow, and charts want a few readings.
    await page.waitForTimeout(scene.restless === true ? 900 : 250);
    await page.screenshot({ path: join(folder, pictureName(scene.name, look, size.width)) });
  }
}
