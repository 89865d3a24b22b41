import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { withServer } from '../../app/lab-test.ts';
import { connectProject } from '../../pages/connect-project.ts';
import { editPage } from '../../pages/edit-page.ts';
import { exportPage } from '../../pages/export-page.ts';
import { inventoryPage } from '../../pages/inventory-page.ts';
import { planPage } from '../../pages/plan-page.ts';
import { runPage } from '../../pages/run-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { wizardPage } from '../../pages/wizard-page.ts';

const test = withServer('portal');
const dockerfile = 'workloads/portal/Dockerfile';
const edit = '# Kept by the operations team.';
// Apache does not start without it, so that a run has something to repair.
const needed = '/usr/lib/x86_64-linux-gnu/libaprutil-1.so*';

test('takes the portal from its host name to a pushed repository', async ({ appPage, home, server, dockerHost }) => {
  test.setTimeout(1_200_000);
  const wizard = wizardPage(appPage, textsOf('en'));
  const project = join(home.path, 'portal');
  const remote = join(home.path, 'remote.git');
  execFileSync('git', ['init', '--bare', '--quiet', remote]);

  await test.step('a project for the server', () =>
    connectProject(wizard, { name: 'portal', folder: project, server, dockerHost }));

  await test.step('what runs there', async () => {
    await wizard.goTo('inventory');
    const inventory = inventoryPage(wizard);
    await inventory.scan();
    await expect(await inventory.serviceOnMap('portal')).toBeVisible();
    await expect((await inventory.search('ports', '8088')).nth(1)).toContainText('apache2');
  });

  await test.step('the plan, changed and changed back', async () => {
    await wizard.goTo('plan');
    const plan = planPage(wizard);
    await expect(plan.workloads()).toHaveCount(1);
    await plan.openTab('files');
    await plan.lookAtFiles('portal');
    await plan.leaveOutByPattern('/srv/portal/none/**');
    await plan.saved();
    expect(readFileSync(join(project, 'slipway.yaml'), 'utf8')).toContain('/srv/portal/none/**');
    await plan.undo();
    await plan.saved();
    expect(readFileSync(join(project, 'slipway.yaml'), 'utf8')).not.toContain('/srv/portal/none/**');
    await plan.leaveOutByPattern(needed);
    await plan.saved();
  });

  await test.step('an edit of the Dockerfile', async () => {
    await wizard.goTo('edit');
    const editor = editPage(wizard);
    await editor.open(dockerfile);
    await editor.append(`\n${edit}\n`);
    expect(readFileSync(join(project, dockerfile), 'utf8')).toContain(edit);
  });

  const run = runPage(wizard);
  await test.step('a run that is cancelled leaves the project as it was', async () => {
    await wizard.goTo('run');
    await run.start();
    await run.cancel();
    expect(existsSync(join(project, 'workloads/portal/payload.tar'))).toBe(false);
    expect(readFileSync(join(project, dockerfile), 'utf8')).toContain(edit);
  });

  await test.step('a run that is repaired, ends with the proof, and keeps the edit', async () => {
    await run.start();
    await run.ended();
    await expect(run.verdict('portal', 'equivalent')).toBeVisible();
    await expect(run.repairs()).toHaveCount(1);
    await expect(run.repairs()).toContainText(needed);
    expect(readFileSync(join(project, dockerfile), 'utf8')).toContain(edit);
    await run.openTab('parity');
    await expect(run.parityRows().nth(1)).toBeVisible();
  });

  await test.step('the containers: a shell in one, and their end', async () => {
    await run.openTab('containers');
    await run.openContainerTab('shell');
    await expect(run.shell()).toContainText('portal', { timeout: 30_000 });
    await appPage.keyboard.type('echo $((6 * 7)) answers\r');
    await expect(run.shell()).toContainText('42 answers');
    await run.stopAll();
    await run.noContainers();
  });

  await test.step('the export', async () => {
    await wizard.goTo('export');
    const exporting = exportPage(wizard);
    await exporting.push(remote, 'main');
    await exporting.pushed('main');
    const committed = execFileSync('git', ['--git-dir', remote, 'ls-tree', '-r', '--name-only', 'main'], {
      encoding: 'utf8',
    }).split('\n');
    expect(committed).toContain(dockerfile);
    expect(committed).toContain('secrets/secrets.manifest.yaml');
    expect(committed.filter((path) => path.startsWith('secrets/portal') || path.startsWith('.slipway'))).toEqual([]);
    const pushed = execFileSync('git', ['--git-dir', remote, 'show', `main:${dockerfile}`], { encoding: 'utf8' });
    expect(pushed).toContain(edit);
  });

  await test.step('everything is there again after a reload', async () => {
    await appPage.reload();
    await expect(wizard.heading('export')).toBeVisible();
    const pushed = execFileSync('git', ['--git-dir', remote, 'rev-parse', 'main'], { encoding: 'utf8' });
    await exportPage(wizard).remembers(pushed);
    await wizard.goTo('run');
    await expect(run.verdict('portal', 'equivalent')).toBeVisible();
  });
});
