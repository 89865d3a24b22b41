import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

export function runPage({ page, say }: WizardPage) {
  // The rail has a button of the same name.
  const content = page.getByRole('main');
  const first = () => content.getByRole('button', { name: say('run.start'), exact: true });
  const again = () => content.getByRole('button', { name: say('run.again'), exact: true });
  return {
    start: () => first().or(again()).click(),
    async cancel() {
      await page
        .getByRole('button', { name: say('jobs.cancel'), exact: true })
        .first()
        .click();
      await expect(page.getByText(say('jobs.status.cancelled')).first()).toBeVisible({ timeout: 60_000 });
    },
    /** Waits for the end of a run; a run of a few images takes a minute. */
    ended: () => expect(again()).toBeVisible({ timeout: 500_000 }),
    verdict: (workload: string, verdict: 'equivalent' | 'runs' | 'failed') =>
      page
        .getByRole('region', { name: workload, exact: true })
        .getByText(say(`components.verdict.${verdict}`), { exact: true }),
    repairs: () => page.getByRole('list', { name: say('run.repairs') }).getByRole('listitem'),
    async openTab(tab: 'result' | 'parity' | 'containers' | 'log') {
      await page.getByRole('tab', { name: say(`run.tabs.${tab}`), exact: true }).click();
    },
    parityRows: () => page.getByRole('grid', { name: say('run.tabs.parity') }).getByRole('row'),
    parityHeaders: () => page.getByRole('grid', { name: say('run.tabs.parity') }).getByRole('columnheader'),
    async stopAll() {
      await page.getByRole('button', { name: say('run.stop'), exact: true }).click();
    },
    async openContainerTab(tab: 'stats' | 'logs' | 'shell') {
      await page.getByRole('tab', { name: say(`run.containers.${tab}`), exact: true }).click();
    },
    shell: () => page.getByRole('region', { name: new RegExp(say('run.containers.terminal', { name: '' }).trim()) }),
    noContainers: () => expect(page.getByText(say('run.containers.none.title'))).toBeVisible({ timeout: 30_000 }),
  };
}
