import type { Scene } from '../scene.ts';

const step = 'inventory';
const views = ['services', 'processes', 'ports', 'packages', 'config', 'schedules', 'users', 'gaps'];

export const inventoryScenes: readonly Scene[] = [
  { name: 'inventory', step },
  ...views.map(
    (view): Scene => ({
      name: `inventory-${view}`,
      step,
      act: ({ page, say }) => page.getByRole('tab', { name: say(`inventory.tabs.${view}`) }).click(),
    }),
  ),
  {
    name: 'inventory-compare',
    step,
    async act({ page, say }) {
      await page.getByRole('tab', { name: say('inventory.tabs.compare') }).click();
      await page.getByText('/etc/apache2/envvars').click();
    },
  },
  { name: 'inventory-waiting', step, scenario: 'waiting', restless: true },
  { name: 'inventory-failing', step, scenario: 'failing' },
  {
    name: 'inventory-scanning',
    step,
    query: 'pace=60000',
    restless: true,
    act: ({ page, say }) => page.getByRole('button', { name: say('inventory.scanAgain'), exact: true }).click(),
  },
];
