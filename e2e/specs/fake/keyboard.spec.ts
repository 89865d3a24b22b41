import { expect, type Page } from '@playwright/test';
import { atRest, openPage, test } from '../../app/fake-pages.ts';
import { keyboardOf } from '../../app/keyboard.ts';
import { textsOf } from '../../pages/texts.ts';
import { type Step, wizardPage } from '../../pages/wizard-page.ts';
import { scenePath } from '../../screens/scene.ts';

const say = textsOf('en');
const steps: Step[] = ['start', 'connect', 'inventory', 'plan', 'edit', 'run', 'export'];

test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' } });

async function open(page: Page, fakePages: string, step: Step, scenario: 'full' | 'empty' = 'full', query = 'pace=0') {
  const path = scenePath({ name: step, step, scenario, query }, { theme: 'light', language: 'en' });
  await openPage(page, new URL(path, fakePages).href);
  const wizard = wizardPage(page, say);
  await expect(wizard.heading(step)).toBeVisible();
  return { wizard, keyboard: keyboardOf(page), button: (key: string) => buttonOf(page, key) };
}

function buttonOf(page: Page, key: string) {
  return page
    .getByRole('main')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: say(key), exact: true });
}

test('the whole way without a mouse', async ({ page, fakePages }) => {
  test.setTimeout(300_000);
  const { wizard, keyboard, button } = await open(page, fakePages, 'start', 'empty');
  const field = (key: string) => page.getByRole('textbox', { name: say(key), exact: true });
  const onward = (step: Step) =>
    keyboard.enter(page.getByRole('button', { name: say('common.continueTo', { step: say(`app.steps.${step}`) }) }));

  await test.step('a project', async () => {
    await keyboard.enter(button('start.new').first());
    await expect(field('start.name')).toBeFocused();
    await keyboard.type('portal');
    await keyboard.tabTo(field('start.folder'));
    await keyboard.press('Control+a');
    await keyboard.type('/home/engineer/portal');
    await keyboard.enter(button('start.create'));
    await expect(wizard.heading('connect')).toBeFocused();
  });

  await test.step('its server, whose key is new', async () => {
    await keyboard.tabTo(page.getByLabel(say('connect.host')).first());
    await keyboard.type('new-portal');
    await keyboard.enter(button('connect.test'));
    const dialog = page.getByRole('dialog', { name: say('questions.hostKey.title') });
    await expect(dialog).toBeVisible();
    await keyboard.enter(dialog.getByRole('button', { name: say('questions.hostKey.accept') }));
    await expect(dialog).toBeHidden();
    await expect(button('connect.test')).toBeFocused();
  });

  await test.step('its Docker host', async () => {
    await keyboard.tabTo(page.getByRole('radio', { name: say('connect.docker.other') }));
    await keyboard.press('Space');
    await keyboard.tabTo(field('connect.docker.address'));
    await keyboard.type('unix:///var/run/docker.sock');
    await keyboard.enter(button('connect.docker.check'));
    await expect(page.getByText(say('connect.docker.verdict.warning'), { exact: true })).toBeVisible();
    await onward('inventory');
    await expect(wizard.heading('inventory')).toBeFocused();
  });

  await test.step('what runs there', async () => {
    await keyboard.enter(button('inventory.scan'));
    await expect(page.getByLabel(say('inventory.glance.label'))).toBeVisible();
    await keyboard.tabTo(page.getByRole('tab', { selected: true }));
    await keyboard.press('End');
    await keyboard.press('Home');
    await keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { selected: true })).toHaveText(new RegExp(say('inventory.tabs.services')));
    await onward('plan');
    await expect(wizard.heading('plan')).toBeFocused();
  });

  await test.step('the plan', async () => {
    await keyboard.tabTo(page.getByRole('tab', { selected: true }));
    await keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: say('plan.tabs.files') })).toBeFocused();
    await onward('edit');
    await expect(wizard.heading('edit')).toBeFocused();
  });

  await test.step('the editor, and out of it again', async () => {
    const editor = page.locator('.monaco-editor').first();
    await expect(editor).toBeVisible({ timeout: 60_000 });
    await keyboard.tabTo(editor.locator('textarea:not([aria-hidden]), .native-edit-context'));
    await keyboard.press('Tab');
    await expect(editor.locator('textarea:not([aria-hidden]), .native-edit-context')).toBeFocused();
    await keyboard.press('F6');
    await expect(page.getByRole('contentinfo').locator(':focus')).toBeVisible();
    await keyboard.press('Alt+6');
    await expect(wizard.heading('run')).toBeFocused();
  });

  await test.step('the run', async () => {
    await keyboard.enter(button('run.start'));
    await expect(button('run.again')).toBeVisible();
    await keyboard.tabTo(page.getByRole('tab', { selected: true }));
    await keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: say('run.tabs.parity') })).toBeFocused();
    await onward('export');
    await expect(wizard.heading('export')).toBeFocused();
  });

  await test.step('the export', async () => {
    await keyboard.tabTo(page.getByLabel(say('export.url')).first());
    await keyboard.type('https://git.example.net/portal.git');
    await keyboard.enter(button('export.push'));
    await expect(page.getByLabel(say('questions.gitPassword.label'), { exact: true })).toBeFocused();
    await keyboard.type('not a password');
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test('a terminal is gone into by keyboard, and out of again', async ({ page, fakePages }) => {
  const { keyboard } = await open(page, fakePages, 'run', 'full', 'pace=200');
  const tab = (key: string) => page.getByRole('tab', { name: say(key), exact: true });
  await keyboard.tabTo(tab('run.tabs.result'));
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(tab('run.tabs.containers')).toBeFocused();
  await expect(tab('run.containers.stats')).toBeVisible();
  await keyboard.tabTo(tab('run.containers.stats'));
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  const terminal = page.locator('.xterm textarea');
  await keyboard.tabTo(terminal);
  await keyboard.press('Tab');
  await expect(terminal).toBeFocused();
  await keyboard.press('F6');
  await expect(page.getByRole('contentinfo').locator(':focus')).toBeVisible();
});

for (const step of steps.filter((one) => one !== 'edit')) {
  test(`every stop of ${step} can be seen, and none keeps the focus`, async ({ page, fakePages }) => {
    const { keyboard } = await open(page, fakePages, step);
    await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
    await atRest(page);
    expect(await keyboard.goAround()).toBeGreaterThan(10);
  });
}

test('a step that is gone to by its keys takes the focus to its heading', async ({ page, fakePages }) => {
  const { wizard, keyboard } = await open(page, fakePages, 'connect');
  for (const step of [...steps.slice(2), ...steps.slice(1, 2)]) {
    await keyboard.press(`Alt+${steps.indexOf(step) + 1}`);
    await expect(wizard.heading(step)).toBeFocused();
  }
});

test('a dialog that closes gives the focus back', async ({ page, fakePages }) => {
  const { keyboard, button } = await open(page, fakePages, 'start');
  const opened = [
    { from: button('start.new').first(), by: 'Enter' },
    { from: button('start.open').first(), by: 'Enter' },
    { from: button('start.open').first(), by: 'Shift+?' },
    { from: button('start.open').first(), by: 'Control+k' },
    { from: page.getByRole('button', { name: say('app.commands.shortcuts') }), by: 'Enter' },
    { from: page.getByRole('button', { name: say('app.language') }), by: 'Enter' },
  ];
  for (const { from, by } of opened) {
    await keyboard.tabTo(from);
    await keyboard.press(by);
    const shown = page.getByRole('dialog').or(page.getByRole('menu'));
    // A menu has it in a place of no size, until an arrow goes to the first of its items.
    await expect(page.locator('[role="dialog"] :focus, [role="menu"] :focus')).toBeAttached();
    await keyboard.press('Escape');
    await expect(shown).toBeHidden();
    await expect(from).toBeFocused();
  }
});
