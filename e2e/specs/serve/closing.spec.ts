import { expect, type Page } from '@playwright/test';
import { goToProject, makeProject } from '../../app/made-project.ts';
import { startSilentServer } from '../../app/silent-server.ts';
import { test } from '../../app/test.ts';
import { editPage } from '../../pages/edit-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { wizardPage } from '../../pages/wizard-page.ts';

const say = textsOf('en');

/** Closes the tab as a person does; the person who is asked stays. Gives whether anybody was asked. */
async function tryToClose(page: Page): Promise<boolean> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    return true;
  });
  const closed = page.waitForEvent('close').then(() => false);
  await page.close({ runBeforeUnload: true });
  return Promise.race([asked, closed]);
}

test('closing the tab asks while something runs, and not afterwards', async ({ home, appPage: page }) => {
  const server = await startSilentServer();
  await goToProject(page, await makeProject(home), 'connect');
  const main = page.getByRole('main');
  await main.getByLabel(say('connect.host')).first().fill(`127.0.0.1`);
  await main.getByLabel(say('connect.port')).first().fill(String(server.port));
  await main.getByRole('button', { name: say('connect.test'), exact: true }).click();
  const { gone } = await server.visited;
  expect(await tryToClose(page)).toBe(true);
  await main.getByRole('button', { name: say('common.cancel'), exact: true }).click();
  await gone;
  await expect(page.getByText(say('jobs.idle'))).toBeVisible();
  expect(await tryToClose(page)).toBe(false);
  server.close();
});

test('closing the tab asks while something is not saved, wherever one is', async ({ home, appPage: page }) => {
  await goToProject(page, await makeProject(home), 'edit');
  const wizard = wizardPage(page, say);
  const edit = editPage(wizard);
  await edit.open('workloads/portal/Dockerfile');
  await edit.type('# by hand\n', 'Home');
  expect(await tryToClose(page)).toBe(true);
  await wizard.goTo('connect');
  expect(await tryToClose(page)).toBe(true);
  await wizard.goTo('edit');
  await edit.save();
  expect(await tryToClose(page)).toBe(false);
});
