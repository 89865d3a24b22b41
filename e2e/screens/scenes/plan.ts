import { planPage } from '../../pages/plan-page.ts';
import type { Scene } from '../scene.ts';

const step = 'plan';
const tabs = ['config', 'runtime', 'data'] as const;

export const planScenes: readonly Scene[] = [
  { name: 'plan', step },
  ...tabs.map((tab): Scene => ({ name: `plan-${tab}`, step, act: (wizard) => planPage(wizard).openTab(tab) })),
  {
    name: 'plan-files',
    step,
    async act(wizard) {
      await planPage(wizard).openTab('files');
      await planPage(wizard).tree('portal').getByRole('treeitem').first().click();
    },
  },
  {
    name: 'plan-left-out',
    step,
    async act({ page, say }) {
      await page.getByRole('button', { name: say('plan.leaveOutLabel', { name: 'portal' }) }).click();
      await page.getByRole('button', { name: say('plan.skipped.takeInLabel', { name: 'portal' }) }).waitFor();
    },
  },
  { name: 'plan-waiting', step, scenario: 'waiting', restless: true },
  { name: 'plan-failing', step, scenario: 'failing' },
];
