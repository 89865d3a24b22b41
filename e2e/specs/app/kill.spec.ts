import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { holdPushes } from '../../app/hold-pushes.ts';
import { killAndComeBack, type Victim } from '../../app/kill.ts';
import { withServer } from '../../app/lab-test.ts';
import { type OpenWindow, openWindow } from '../../app/open-window.ts';
import { contentOf, halfDone, settingsOf } from '../../app/project-state.ts';
import { connectPage } from '../../pages/connect-page.ts';
import { connectHosts } from '../../pages/connect-project.ts';
import { editPage } from '../../pages/edit-page.ts';
import { exportPage } from '../../pages/export-page.ts';
import { inventoryPage } from '../../pages/inventory-page.ts';
import { planPage } from '../../pages/plan-page.ts';
import { runPage } from '../../pages/run-page.ts';
import { startPage } from '../../pages/start-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { type Step, wizardPage } from '../../pages/wizard-page.ts';
import { startRelay } from '../relay.ts';

const test = withServer('portal');
const say = textsOf('en');
const dockerfile = 'workloads/portal/Dockerfile';
const victims: Victim[] = ['engine', 'app'];

// One project, killed at one step after the other, by its engine and as a whole: each time it is there again where it
// was, with everything that was done, and nothing is left of what was not finished.
test('goes on where it was killed, whatever it was at', async ({ home, server, dockerHost }) => {
  test.setTimeout(1_200_000);
  const project = join(home.path, 'portal');
  // What takes a moment is held in its middle, so that it is not over when it is killed.
  const toServer = await startRelay({ host: server.address, port: server.port });
  const toDocker = await startRelay({ path: dockerHost.replace(/^unix:\/\//, '') });
  const reached = { ...server, port: toServer.port };
  let window = await openWindow(home);
  let wizard = wizardPage(window.page, say);

  /** Kills, comes back, and looks whether everything is as it was. */
  async function survive(victim: Victim, step: Exclude<Step, 'start'>): Promise<void> {
    const before = contentOf(project);
    window = await killAndComeBack(window, home, victim);
    wizard = wizardPage(window.page, say);
    await expect(wizard.heading(step)).toBeVisible();
    expect(settingsOf(project).step).toBe(step);
    // The step's name is there before its project is open again.
    await expect.poll(() => halfDone(project)).toEqual([]);
    expect(contentOf(project)).toEqual(before);
  }

  await test.step('while it asks for the host key', async () => {
    await startPage(wizard).create('portal', project);
    for (const victim of victims) {
      const connect = connectPage(wizard);
      await connect.fillServer(reached);
      await connect.testServer();
      await expect(window.page.getByRole('dialog', { name: say('questions.hostKey.title') })).toBeVisible();
      await survive(victim, 'connect');
    }
    await connectHosts(wizard, { server: reached, dockerHost: `tcp://127.0.0.1:${toDocker.port}` });
  });

  await test.step('while it reads the server', async () => {
    await wizard.goTo('inventory');
    for (const victim of victims) {
      // More than what is said until one is let in, and less than all that is read.
      const held = toServer.holdAt((_, brought) => brought > 20_000);
      await window.page.getByRole('button', { name: say('inventory.scan'), exact: true }).click();
      await showsStep(window, 'scan');
      await held;
      await survive(victim, 'inventory');
    }
    await inventoryPage(wizard).scan();
  });

  await test.step('with a change of the plan just made', async () => {
    await wizard.goTo('plan');
    await planPage(wizard).openTab('files');
    await planPage(wizard).lookAtFiles('portal');
    for (const victim of victims) {
      const plan = planPage(wizard);
      await plan.openTab('files');
      await expect(plan.tree('portal')).toBeVisible();
      await plan.leaveOutByPattern(`/srv/portal/${victim}/**`);
      await plan.saved();
      await survive(victim, 'plan');
      expect(readFileSync(join(project, 'slipway.yaml'), 'utf8')).toContain(`/srv/portal/${victim}/**`);
    }
  });

  await test.step('with an edit that is not saved', async () => {
    await wizard.goTo('edit');
    for (const victim of victims) {
      const editor = editPage(wizard);
      await editor.open(dockerfile);
      await editor.type(`# Typed before the ${victim} was killed.\n`, 'Home');
      await drafted(window.page, `before the ${victim} was killed`);
      await survive(victim, 'edit');
      expect(readFileSync(join(project, dockerfile), 'utf8')).not.toContain(`before the ${victim}`);
      await editPage(wizard).shows(`# Typed before the ${victim} was killed.`);
    }
    await editPage(wizard).save();
    expect(readFileSync(join(project, dockerfile), 'utf8')).toContain('before the app was killed');
  });

  for (const during of ['build', 'verify'] as const) {
    await test.step(`while it is at ${during}`, async () => {
      await wizard.goTo('run');
      for (const victim of victims) {
        // Comparing takes its time by itself.
        const held = during === 'build' ? toDocker.holdAt(tellsOfBuild) : undefined;
        await runPage(wizard).start();
        await showsStep(window, during);
        await held;
        const { kept } = settingsOf(project);
        if (kept?.unfinished === undefined) throw new Error('The run has noted nothing.');
        await survive(victim, 'run');
        await expect.poll(() => settingsOf(project).kept, { timeout: 30_000 }).toBeUndefined();
        expect(leftOn(dockerHost, kept.run)).toEqual([]);
      }
    });
  }

  await test.step('while it pushes', async () => {
    const remote = join(home.path, 'remote.git');
    const held = holdPushes(remote);
    await wizard.goTo('export');
    for (const victim of victims) {
      await exportPage(wizard).push(remote, 'main');
      await expect.poll(held.isPushing, { timeout: 60_000 }).toBe(true);
      await survive(victim, 'export');
      await expect.poll(held.isOver, { timeout: 30_000 }).toBe(true);
      expect(readdirSync(join(project, '.git')).filter((name) => name.endsWith('.lock'))).toEqual([]);
    }
    held.release();
    await exportPage(wizard).push(remote, 'main');
    await exportPage(wizard).pushed('main');
    const head = (folder: string) => execFileSync('git', ['-C', folder, 'rev-parse', 'main'], { encoding: 'utf8' });
    expect(head(remote)).toBe(head(project));
  });

  await test.step('while it writes a copy', async () => {
    // Large enough that the copy is still being written when it is killed.
    writeFileSync(join(project, 'notes.bin'), '');
    truncateSync(join(project, 'notes.bin'), 800 * 1024 * 1024);
    await wizard.goTo('export');
    for (const victim of victims) {
      await exportPage(wizard).saveZip(join(home.path, 'copy.zip'));
      await expect.poll(() => copies(home.path)).toEqual([expect.stringMatching(/^\.copy\.zip\.slipway-/)]);
      await survive(victim, 'export');
      await expect.poll(() => copies(home.path)).toEqual([]);
    }
  });
  await window.app.close();
  toServer.close();
  toDocker.close();
});

/** Whether a Docker host tells of a step of a build. */
function tellsOfBuild(chunk: Buffer): boolean {
  return /Step \d+\/\d+ /.test(chunk.toString('latin1'));
}

function copies(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.includes('copy.zip'));
}

/** Waits until the status bar tells that a job is at a step. */
function showsStep({ page }: OpenWindow, step: string): Promise<void> {
  return expect(page.getByRole('contentinfo').getByText(say(`jobs.step.${step}`))).toBeVisible({ timeout: 120_000 });
}

/** Waits until the page's database holds a text: it does so a moment after it was typed. */
function drafted(page: Page, text: string): Promise<void> {
  return expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const opening = indexedDB.open('slipway');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
              all.onerror = () => reject(all.error);
              all.onsuccess = () => {
                opening.result.close();
                resolve(JSON.stringify(all.result));
              };
            };
          }),
      ),
    )
    .toContain(text);
}

/** Containers, networks and volumes of a run. */
function leftOn(host: string, run: string): string[] {
  const label = ['--filter', `label=slipway=${run}`, '--quiet'];
  return [
    ['ps', '--all', ...label],
    ['network', 'ls', ...label],
    ['volume', 'ls', ...label],
  ].flatMap((args) =>
    execFileSync('docker', ['--host', host, ...args], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== ''),
  );
}
