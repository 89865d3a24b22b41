import { expect, type Page } from '@playwright/test';
import { openEngineIn } from '../../app/engine-in-page.ts';
import { goToProject, makeProject } from '../../app/made-project.ts';
import { openBrowser } from '../../app/open-browser.ts';
import { test } from '../../app/test.ts';
import { takeOver } from '../../pages/take-over.ts';
import { textsOf } from '../../pages/texts.ts';

// Two programs, each with its own engine, at one project.

const say = textsOf('en');
const bar = (page: Page) => page.getByRole('status').filter({ hasText: say('app.held.text') });
const hostField = (page: Page) => page.getByRole('main').getByLabel(say('connect.host')).first();

test('a project can be changed as soon as the other program lets go of it', async ({ browser, home, appPage }) => {
  const directory = await makeProject(home);
  const other = await openBrowser(browser, home);
  await openEngineIn(other.page);
  await other.page.evaluate((path) => window.testEngine.client.projects.open({ directory: path }), directory);

  await goToProject(appPage, directory, 'connect');
  await expect(bar(appPage)).toBeVisible();
  await expect(hostField(appPage)).toBeDisabled();
  await other.page.evaluate(
    (path) => window.testEngine.client.projects.update({ directory: path, server: { target: 'portal.example' } }),
    directory,
  );

  await other.page.context().close();
  await other.end();
  await expect(hostField(appPage)).toBeEnabled();
  await expect(bar(appPage)).toHaveCount(0);
  await expect(appPage.getByText(say('app.held.yours'))).toBeVisible();
  // What the other program left is what is shown.
  await expect(hostField(appPage)).toHaveValue('portal.example');
});

test('a project that another program takes can only be looked at, until one takes it back', async ({
  browser,
  home,
  appPage,
}) => {
  const directory = await makeProject(home);
  await goToProject(appPage, directory, 'connect');
  await expect(hostField(appPage)).toBeEnabled();

  const other = await openBrowser(browser, home);
  await openEngineIn(other.page);
  await other.page.evaluate(
    (path) => window.testEngine.client.projects.open({ directory: path, takeOver: true }),
    directory,
  );
  await expect(bar(appPage)).toBeVisible();
  await expect(hostField(appPage)).toBeDisabled();

  await takeOver(bar(appPage), say);
  await expect(hostField(appPage)).toBeEnabled();
  const refused = await other.page.evaluate(
    (path) =>
      window.testEngine.client.projects.update({ directory: path, name: 'theirs' }).catch(({ data }) => data.code),
    directory,
  );
  expect(refused).toBe('project.held');
  await other.page.context().close();
  await other.end();
});
