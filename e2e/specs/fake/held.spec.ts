import { expect, type Locator, type Page } from '@playwright/test';
import { openPage, test } from '../../app/fake-pages.ts';
import { planPage } from '../../pages/plan-page.ts';
import { takeOver } from '../../pages/take-over.ts';
import { textsOf } from '../../pages/texts.ts';
import { type Step, wizardPage } from '../../pages/wizard-page.ts';
import { axeFindings } from '../../screens/axe.ts';
import { scenePath } from '../../screens/scene.ts';

// What can be done with a project that another program has open.

const say = textsOf('en');

test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' }, bypassCSP: true });

async function openHeld(page: Page, fakePages: string, step: Step, query = 'pace=0') {
  const path = scenePath({ name: step, step, scenario: 'held', query }, { theme: 'light', language: 'en' });
  await openPage(page, new URL(path, fakePages).href);
  const wizard = wizardPage(page, say);
  await expect(wizard.heading(step)).toBeVisible();
  await expect(bar(page)).toBeVisible();
  const main = page.getByRole('main');
  return { wizard, main, button: (key: string) => main.getByRole('button', { name: say(key), exact: true }) };
}

const bar = (page: Page) => page.getByRole('status').filter({ hasText: 'build-desk' });

/** Whoever points at it is told why it does nothing, and so is whoever hears the page. */
async function expectRefused(control: Locator) {
  await expect(control).toBeDisabled();
  const group = control.locator('xpath=ancestor::fieldset[1]');
  await expect(group).toHaveAttribute('title', say('app.held.reason'));
  await expect(group).toHaveAccessibleName(say('app.held.reason'));
}

test('nothing is asked of a server or a Docker host', async ({ page, fakePages }) => {
  const { wizard, main, button } = await openHeld(page, fakePages, 'connect');
  await expectRefused(main.getByLabel(say('connect.host')).first());
  await expectRefused(button('connect.test'));
  await expectRefused(button('connect.docker.check'));
  await wizard.goTo('inventory');
  await expectRefused(button('inventory.scanAgain'));
  await expect(main.getByRole('tab', { name: say('inventory.tabs.services') })).toBeEnabled();
});

test('the plan is looked through, and stays as it is', async ({ page, fakePages }) => {
  const { wizard, main } = await openHeld(page, fakePages, 'plan');
  const plan = planPage(wizard);
  const workload = (await plan.workloads().first().getByText(/\w/).nth(1).textContent()) ?? '';
  await expectRefused(main.getByRole('button', { name: say('plan.leaveOutLabel', { name: workload }) }));
  await expectRefused(main.getByRole('combobox').or(main.getByRole('textbox')).first());
  await plan.openTab('files');
  const tree = plan.tree(workload);
  await tree.focus();
  const box = tree.getByRole('treeitem', { checked: true }).first();
  const name = (await box.getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Space');
  await expect(tree.getByRole('treeitem', { name, exact: true })).toHaveAttribute('aria-checked', 'true');
  await expect(tree).toHaveAttribute('title', say('app.held.reason'));
  await expect(main.getByRole('textbox', { name: say('components.tree.search') })).toBeEnabled();
  await expectRefused(main.getByRole('textbox', { name: say('plan.files.pattern') }));
});

test('the files are read, not written', async ({ page, fakePages }) => {
  const { main, button } = await openHeld(page, fakePages, 'edit');
  const editor = main.locator('.monaco-editor').first();
  await expect(editor).toBeVisible({ timeout: 60_000 });
  await expectRefused(button('edit.side.newFile'));
  await expectRefused(button('edit.action.format'));
  await editor.click();
  await page.keyboard.type('typed by nobody');
  await expect(editor.getByText('typed by nobody')).toHaveCount(0);
  await page.getByRole('button', { name: say('app.commands.open') }).click();
  const commands = page.getByRole('dialog');
  await expect(commands.getByText(say('edit.action.find'), { exact: true })).toBeVisible();
  await expect(commands.getByText(say('edit.side.newFile'), { exact: true })).toHaveCount(0);
});

test('nothing is run or pushed; a copy can be saved', async ({ page, fakePages }) => {
  const { wizard, main, button } = await openHeld(page, fakePages, 'run', 'pace=1');
  await expectRefused(button('run.again'));
  // The text of a disabled button is disabled, too.
  await button('run.again').getByText(say('run.again')).click({ force: true });
  await wizard.goTo('export');
  await expect(page.getByText(say('jobs.idle'))).toBeVisible();
  await expectRefused(button('export.push'));
  await main.getByText(say('export.ways.folder'), { exact: true }).click();
  await expect(main.getByRole('textbox', { name: say('export.folder') })).toBeEnabled();
  expect(await axeFindings(page, { step: 'export' })).toEqual([]);
});

test('containers are watched, not stopped, and no shell is opened in them', async ({ page, fakePages }) => {
  const { main } = await openHeld(page, fakePages, 'run');
  await main.getByRole('tab', { name: say('run.tabs.containers') }).click();
  await expectRefused(main.getByRole('button', { name: say('run.containers.stopOne', { name: 'slipway-portal' }) }));
  await main.getByRole('tab', { name: say('run.containers.logs') }).click();
  await expect(
    main.getByRole('region', { name: say('run.containers.logOf', { name: 'slipway-portal' }) }),
  ).toBeVisible();
  await main.getByRole('tab', { name: say('run.containers.shell') }).click();
  await expect(main.getByText(say('run.containers.shellHeld'))).toBeVisible();
  await expect(
    main
      .getByRole('tabpanel', { name: say('run.containers.shell') })
      .getByText(say('app.held.reason'), { exact: true }),
  ).toBeVisible();
  await takeOver(bar(page), say);
  await main.getByRole('tab', { name: say('run.tabs.containers') }).click();
  await main.getByRole('tab', { name: say('run.containers.shell') }).click();
  await expect(
    main.getByRole('region', { name: say('run.containers.terminal', { name: 'slipway-portal' }) }),
  ).toBeVisible();
});

test('whoever takes it over can change it at once', async ({ page, fakePages }) => {
  const { wizard, main } = await openHeld(page, fakePages, 'export');
  const branch = main.getByRole('textbox', { name: say('export.branch') });
  await expectRefused(branch);
  await takeOver(bar(page), say);
  await expect(bar(page)).toHaveCount(0);
  await expect(branch).toBeEnabled();
  await expect(wizard.heading('export')).toBeVisible();
});
