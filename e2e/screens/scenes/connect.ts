import { connectPage } from '../../pages/connect-page.ts';
import type { WizardPage } from '../../pages/wizard-page.ts';
import type { Scene } from '../scene.ts';

const step = 'connect';

export const connectScenes: readonly Scene[] = [
  { name: 'connect', step },
  { name: 'connect-fresh', step, scenario: 'fresh' },
  { name: 'connect-waiting', step, scenario: 'waiting', restless: true },
  { name: 'connect-failing', step, scenario: 'failing' },
  { name: 'connect-bad-input', step, act: (wizard) => test(wizard, 'two words') },
  {
    name: 'connect-host-key',
    step,
    async act(wizard) {
      await test(wizard, 'new-portal');
      await wizard.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'connect-password',
    step,
    async act(wizard) {
      await test(wizard, 'password-portal');
      await wizard.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'connect-refused', step, act: (wizard) => test(wizard, 'refused-portal') },
  {
    name: 'connect-tested',
    step,
    async act(wizard) {
      await test(wizard, 'portal');
      await connectPage(wizard).connected('portal');
      await wizard.page.getByRole('button', { name: wizard.say('connect.docker.check'), exact: true }).click();
      await wizard.page.getByText(wizard.say('connect.docker.verdict.warning'), { exact: true }).waitFor();
    },
  },
];

async function test(wizard: WizardPage, host: string) {
  await wizard.page
    .getByRole('combobox', { name: wizard.say('connect.host') })
    .or(wizard.page.getByLabel(wizard.say('connect.host')))
    .first()
    .fill(host);
  await connectPage(wizard).testServer();
}
