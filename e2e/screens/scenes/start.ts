import type { Scene } from '../scene.ts';

const step = 'start';

export const startScenes: readonly Scene[] = [
  { name: 'start', step },
  { name: 'start-empty', step, scenario: 'empty' },
  { name: 'start-waiting', step, scenario: 'waiting', restless: true },
  { name: 'start-failing', step, scenario: 'failing' },
  {
    name: 'start-new-project',
    step,
    act: ({ page, say }) =>
      page
        .getByRole('button', { name: say('start.new'), exact: true })
        .first()
        .click(),
  },
  {
    name: 'start-open',
    step,
    act: ({ page, say }) =>
      page
        .getByRole('button', { name: say('start.open'), exact: true })
        .first()
        .click(),
  },
  { name: 'start-commands', step, act: ({ page }) => page.keyboard.press('Control+k') },
  {
    name: 'start-shortcuts',
    step,
    async act({ page, say }) {
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(say('app.commands.placeholder')).fill(say('app.commands.shortcuts'));
      await page.keyboard.press('Enter');
    },
  },
];
