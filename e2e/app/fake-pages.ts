import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, type InlineConfig, preview } from 'vite';
import { loadWhole } from './load-whole.ts';
import { root } from './places.ts';
import { test as base } from './test.ts';

const renderer = join(root, 'renderer');
const common: InlineConfig = { configFile: join(renderer, 'vite.config.ts'), root: renderer, logLevel: 'warn' };
const outDir = join(root, 'dist', 'fake-pages');

/** Builds the page over the fake engine and the gallery, which are in no product: once before all tests of them. */
export async function buildFakePages(): Promise<void> {
  const input = ['fake', 'gallery'].map((page) => join(renderer, page, 'index.html'));
  await build({ ...common, build: { outDir, emptyOutDir: true, rolldownOptions: { input } } });
}

/** A test of the page over the fake engine, or of the gallery: `fakePages` is the address that both lie below. */
export const test = base.extend<object, { fakePages: string }>({
  fakePages: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures a fixture needs from the pattern.
    async ({}, use) => {
      const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** Opens a page below that address, whole. */
export function openPage(page: Page, url: string): Promise<void> {
  return loadWhole(page, async () => {
    // The address of a page that is there already would only change its hash.
    await page.goto('about:blank');
    await page.goto(url);
  });
}

/** Resolves when nothing on the page moves or fades any more, but for what turns for as long as something runs. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      return playState !== 'running' || effect?.getTiming().iterations === Number.POSITIVE_INFINITY;
    }),
  );
}
