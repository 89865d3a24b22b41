import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

interface Account {
  address: string;
  port: number;
  user: string;
}

interface Server extends Account {
  identityFile: string;
}

export function connectPage({ page, say }: WizardPage) {
  const server = page.getByRole('region', { name: say('connect.server.title'), exact: true });
  const docker = page.getByRole('region', { name: say('connect.docker.title'), exact: true });
  const dockerAddress = docker.getByRole('textbox', { name: say('connect.docker.address') });
  async function fillAccount({ address, port, user }: Account) {
    await server
      .getByRole('combobox', { name: say('connect.host') })
      .or(server.getByLabel(say('connect.host')))
      .first()
      .fill(address);
    await server.getByRole('textbox', { name: say('connect.user'), exact: true }).fill(user);
    await server.getByRole('textbox', { name: say('connect.port'), exact: true }).fill(String(port));
  }

  return {
    async fillServer({ identityFile, ...account }: Server) {
      await fillAccount(account);
      await server.getByRole('radio', { name: say('connect.methodKey') }).check();
      await server.getByRole('textbox', { name: say('connect.keyFile') }).fill(identityFile);
      if (account.user !== 'root') await server.getByRole('checkbox', { name: say('connect.sudo') }).check();
    },
    async fillServerWithPassword(account: Account) {
      await fillAccount(account);
      await server.getByRole('radio', { name: say('connect.methodPassword') }).check();
    },
    testServer: () => server.getByRole('button', { name: say('connect.test'), exact: true }).click(),
    /** Compares nothing: the lab's keys are new at every start. */
    async acceptHostKey() {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('questions.hostKey.accept') })
        .click();
    },
    connected: (hostname: string) =>
      expect(server.getByText(say('connect.found', { hostname }))).toBeVisible({ timeout: 30_000 }),
    /** Chooses a Docker host by its address, and waits until it was examined. */
    async chooseDocker(address: string) {
      await docker.getByRole('radio', { name: say('connect.docker.other') }).check();
      await dockerAddress.fill(address);
      await this.examineDocker();
    },
    dockerAddress,
    async examineDocker() {
      await docker.getByRole('button', { name: say('connect.docker.check'), exact: true }).click();
      const verdicts = ['ready', 'warning', 'error'].map((verdict) => say(`connect.docker.verdict.${verdict}`));
      await expect(docker.getByText(new RegExp(`^(${verdicts.join('|')})$`))).toBeVisible({ timeout: 60_000 });
    },
  };
}
