import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Scene } from './scene.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

// Of the gallery, where one component stands several times, each a part of the page under the same name.
const repeated = ['landmark-unique'];

/** What axe finds on a page that shows a scene, a line each. */
export async function axeFindings(page: Page, { step }: Pick<Scene, 'step'>): Promise<string[]> {
  const notAsked = step === undefined ? repeated : [];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).disableRules(notAsked).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isSizeOfItem(id, html))
      .map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** For axe the size beside an item of a tree is a part of its label; it is the item's description. */
function isSizeOfItem(rule: string, html: string): boolean {
  return rule === 'label-content-name-mismatch' && html.includes('role="treeitem"');
}
