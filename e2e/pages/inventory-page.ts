import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

export function inventoryPage({ page, say }: WizardPage) {
  const view = (name: string) => page.getByRole('tab', { name: say(`inventory.tabs.${name}`) });
  return {
    /** Scans, and waits for what was found. */
    async scan() {
      await page.getByRole('button', { name: say('inventory.scan'), exact: true }).click();
      await expect(page.getByLabel(say('inventory.glance.label'))).toBeVisible({ timeout: 120_000 });
    },
    /** The box of a service on the map. */
    async serviceOnMap(name: string) {
      await view('map').click();
      return page.getByRole('region', { name: say('inventory.map.label') }).getByText(name, { exact: true });
    },
    /** A view's table, searched. */
    async search(name: 'processes' | 'ports' | 'packages' | 'config' | 'users' | 'services', text: string) {
      await view(name).click();
      await page.getByRole('searchbox', { name: say('components.table.search') }).fill(text);
      return page.getByRole('grid', { name: say(`inventory.tabs.${name}`) }).getByRole('row');
    },
  };
}
