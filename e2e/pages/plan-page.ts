import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

export function planPage({ page, say }: WizardPage) {
  const total = () => page.getByText(/\d.*(MB|kB|B|字节)/).first();
  return {
    workloads: () => page.getByRole('navigation', { name: say('plan.workloads') }).getByRole('button'),
    async choose(workload: string) {
      await page
        .getByRole('navigation', { name: say('plan.workloads') })
        .getByText(workload, { exact: true })
        .click();
    },
    async openTab(tab: 'summary' | 'files' | 'config' | 'runtime' | 'data') {
      await page.getByRole('tab', { name: say(`plan.tabs.${tab}`) }).click();
    },
    /** Looks at the files of a workload, and waits for their tree. */
    async lookAtFiles(workload: string) {
      await page.getByRole('button', { name: say('plan.files.look'), exact: true }).click();
      await expect(this.tree(workload)).toBeVisible({ timeout: 60_000 });
    },
    tree: (workload: string) => page.getByRole('tree', { name: say('plan.files.tree', { name: workload }) }),
    total,
    async leaveOutByPattern(pattern: string) {
      await page.getByRole('textbox', { name: say('plan.files.pattern') }).fill(pattern);
      await page.getByRole('button', { name: say('plan.files.addPattern'), exact: true }).click();
    },
    undo: () =>
      page
        .getByRole('button', { name: say('plan.undo') })
        .first()
        .click(),
    saved: () => expect(page.getByText(say('plan.saving.saved'))).toBeVisible(),
  };
}
