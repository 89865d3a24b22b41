import type { WizardPage } from '../../pages/wizard-page.ts';
import type { Scene } from '../scene.ts';

const step = 'edit';

export const editScenes: readonly Scene[] = [
  { name: 'edit', step, act: editorThere },
  {
    name: 'edit-conflict',
    step,
    query: 'pace=0&edited',
    async act(wizard) {
      await editorThere(wizard);
      await openFile(wizard, 'compose.yaml');
    },
  },
  {
    name: 'edit-changes',
    step,
    query: 'pace=0&edited',
    async act(wizard) {
      await editorThere(wizard);
      await openFile(wizard, 'workloads/portal/Dockerfile');
      await wizard.page.getByText(wizard.say('edit.action.changes'), { exact: true }).first().click();
    },
  },
  {
    name: 'edit-search',
    step,
    async act(wizard) {
      await editorThere(wizard);
      await wizard.page.getByText(wizard.say('edit.side.search'), { exact: true }).first().click();
      await wizard.page.getByPlaceholder(wizard.say('edit.search.placeholder')).fill('portal');
    },
  },
  {
    name: 'edit-quick-open',
    step,
    async act(wizard) {
      await editorThere(wizard);
      await wizard.page.keyboard.press('Control+p');
      await wizard.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'edit-waiting', step, scenario: 'waiting', restless: true },
  { name: 'edit-failing', step, scenario: 'failing' },
];

async function editorThere({ page }: WizardPage) {
  await page.locator('.monaco-editor').first().waitFor();
}

async function openFile({ page }: WizardPage, path: string) {
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').or(dialog.getByRole('textbox')).first().fill(path);
  await page.keyboard.press('Enter');
}
