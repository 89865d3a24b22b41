import { exportPage } from '../../pages/export-page.ts';
import type { WizardPage } from '../../pages/wizard-page.ts';
import type { Scene } from '../scene.ts';

const step = 'export';
const url = 'https://git.example.net/portal.git';

export const exportScenes: readonly Scene[] = [
  { name: 'export', step },
  { name: 'export-folder', step, act: ({ page, say }) => page.getByText(say('export.ways.folder')).first().click() },
  {
    name: 'export-zip-saved',
    step,
    async act(wizard) {
      await exportPage(wizard).saveZip('/home/engineer/portal.zip');
      await wizard.page.getByRole('status').getByText('/home/engineer/portal.zip').waitFor();
    },
  },
  { name: 'export-password', step, act: push },
  {
    name: 'export-pushed',
    step,
    async act(wizard) {
      await push(wizard);
      await wizard.page.getByLabel(wizard.say('questions.gitPassword.label'), { exact: true }).fill('not a password');
      await wizard.page
        .getByRole('dialog')
        .getByRole('button', { name: wizard.say('questions.answer') })
        .click();
      await exportPage(wizard).pushed('main');
    },
  },
  { name: 'export-waiting', step, scenario: 'waiting', restless: true },
  { name: 'export-failing', step, scenario: 'failing' },
];

async function push(wizard: WizardPage) {
  await exportPage(wizard).push(url, 'main');
  await wizard.page.getByRole('dialog').waitFor();
}
