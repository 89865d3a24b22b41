import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

export function exportPage({ page, say }: WizardPage) {
  return {
    /** Begins to save a zip file; how it goes is for the caller to see. */
    async saveZip(target: string) {
      await page.getByText(say('export.ways.zip'), { exact: true }).click();
      await page.getByRole('textbox', { name: say('export.zip'), exact: true }).fill(target);
      await page.getByRole('button', { name: say('export.save'), exact: true }).click();
    },
    /** Pushes, and waits until it is said that it was. */
    async push(url: string, branch: string) {
      await page.getByLabel(say('export.url')).first().fill(url);
      await page.getByRole('textbox', { name: say('export.branch') }).fill(branch);
      await page.getByRole('button', { name: say('export.push'), exact: true }).click();
    },
    /** It is known what was pushed last. */
    remembers: (commit: string) =>
      expect(page.getByRole('status').filter({ hasText: commit.slice(0, 12) })).toBeVisible(),
    pushed: (branch: string) =>
      expect(
        page.getByText(
          say('export.pushed', { commit: '', branch })
            .replace(/^\S*\s*/, '')
            .trim(),
        ),
      ).toBeVisible({
        timeout: 60_000,
      }),
  };
}
