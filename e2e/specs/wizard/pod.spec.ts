import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startGitHttp } from '../../../electron/engine/bundle/testing/git-http.ts';
import { withServer } from '../../app/lab-test.ts';
import { connectProject } from '../../pages/connect-project.ts';
import { exportPage } from '../../pages/export-page.ts';
import { inventoryPage } from '../../pages/inventory-page.ts';
import { planPage } from '../../pages/plan-page.ts';
import { questionDialog } from '../../pages/question-dialog.ts';
import { runPage } from '../../pages/run-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { wizardPage } from '../../pages/wizard-page.ts';

const test = withServer('nginx-php');
const login = { user: 'engineer', password: 'dry-dock-58' };

test('takes a pod of two workloads, in Chinese, to a repository that asks for a password', async ({
  appPage,
  home,
  server,
  dockerHost,
}) => {
  test.setTimeout(1_200_000);
  const say = textsOf('zh');
  const wizard = wizardPage(appPage, say);
  const project = join(home.path, 'tickets');
  execFileSync('git', ['init', '--bare', '--quiet', join(home.path, 'tickets.git')]);
  execFileSync('git', ['--git-dir', join(home.path, 'tickets.git'), 'config', 'http.receivepack', 'true']);
  const remote = await startGitHttp(home.path, login);

  await test.step('the language is changed without a restart', async () => {
    await appPage.getByRole('button', { name: textsOf('en')('app.language') }).click();
    await appPage.getByRole('menuitem', { name: '简体中文' }).click();
    await expect(wizard.heading('start')).toBeVisible();
  });

  await test.step('the server is read through sudo', async () => {
    await connectProject(wizard, { name: 'tickets', folder: project, server, dockerHost });
    await wizard.goTo('inventory');
    await inventoryPage(wizard).scan();
  });

  await test.step('both workloads are in one pod', async () => {
    await wizard.goTo('plan');
    await expect(planPage(wizard).workloads()).toHaveCount(2);
    await expect(appPage.getByRole('region', { name: /^Pod / })).toBeVisible();
  });

  await test.step('the pod answers as the server does', async () => {
    await wizard.goTo('run');
    const run = runPage(wizard);
    await run.start();
    await run.ended();
    await expect(run.verdict('tickets', 'equivalent')).toBeVisible();
    await run.stopAll();
    await run.openTab('containers');
    await run.noContainers();
  });

  await test.step('the password goes to Git, and nowhere else', async () => {
    await wizard.goTo('export');
    const exporting = exportPage(wizard);
    await exporting.push(`${remote.origin}/tickets.git`, 'main');
    const dialog = questionDialog(wizard);
    await dialog.answer('questions.gitUser.label', login.user);
    await dialog.answer('questions.gitPassword.label', login.password);
    await exporting.pushed('main');
    expect(readFileSync(join(project, '.git/config'), 'utf8')).not.toContain(login.password);
    const committed = execFileSync(
      'git',
      ['--git-dir', join(home.path, 'tickets.git'), 'ls-tree', '-r', '--name-only', 'main'],
      { encoding: 'utf8' },
    );
    expect(committed).toContain('workloads/tickets/Dockerfile');
  });
  await remote.close();
});
