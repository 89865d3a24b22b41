import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { atRest, openPage, test } from '../../app/fake-pages.ts';
import { textsOf } from '../../pages/texts.ts';
import { wizardPage } from '../../pages/wizard-page.ts';
import type { Look } from '../../screens/looks.ts';
import { type Scene, scenePath } from '../../screens/scene.ts';
import { scenes } from '../../screens/scenes.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

// Experimental in axe: it takes the size beside an item of a tree for a part of the item's label, which is its name.
const experimental = ['label-content-name-mismatch'];

// Contrast depends on the theme and names on the language, neither on both: two looks have everything in them.
const looks: readonly Look[] = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh' },
];

test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' }, bypassCSP: true });

for (const look of looks) {
  test.describe(`in ${look.theme} and ${look.language}`, () => {
    for (const scene of scenes) {
      test(`axe finds nothing on ${scene.name}`, async ({ page, fakePages }) => {
        await openPage(page, new URL(scenePath(scene, look), fakePages).href);
        await loaded(page, scene);
        await scene.act?.(wizardPage(page, textsOf(look.language)));
        await loaded(page, scene);
        expect(await findings(page)).toEqual([]);
      });
    }
  });
}

async function loaded(page: Page, { restless = false }: Scene): Promise<void> {
  const loading = page.getByRole('status').filter({ hasText: /Loading|正在加载/ });
  if (!restless) await expect(loading).toHaveCount(0, { timeout: 20_000 });
  await atRest(page);
}

/** What axe finds, a line each. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).disableRules(experimental).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
