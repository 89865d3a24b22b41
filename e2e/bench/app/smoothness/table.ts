import type { WizardPage } from '../../../pages/wizard-page.ts';
import { type Measure, scroll, slowly } from './measure.ts';

/** The inventory of a large server, from the step before it, and its longest table. */
export async function measureTable({ page, say, goTo }: WizardPage, measure: Measure): Promise<void> {
  const tab = page.getByRole('tab', { name: say('inventory.tabs.processes') });
  const table = page.getByRole('grid', { name: say('inventory.tabs.processes') });
  await measure('5,000 processes: open', async () => {
    await goTo('inventory');
    await tab.click();
    await table.waitFor();
  });
  await measure('5,000 processes: scroll', async () => {
    await table.hover();
    await scroll(page);
  });
  await measure('5,000 processes: search', () =>
    page.getByRole('searchbox', { name: say('components.table.search') }).pressSequentially('apache', slowly),
  );
  await measure('5,000 processes: sort by each column', async () => {
    await page.getByRole('searchbox', { name: say('components.table.search') }).clear();
    for (const column of ['user', 'command', 'unit', 'memory'] as const) {
      await table.getByRole('button', { name: say(`inventory.columns.${column}`), exact: true }).click();
      await page.waitForTimeout(500);
    }
  });
  await measure('5,000 processes: filter', async () => {
    const column = say('inventory.columns.user');
    await table.getByRole('button', { name: say('components.table.filterColumn', { column }) }).click();
    await page.getByRole('checkbox').first().click();
    await page.keyboard.press('Escape');
  });
}
