import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { listenIn, nextCommandIn, openEngineIn, startEndlessJob } from '../../app/engine-in-page.ts';
import { killEngine } from '../../app/kill.ts';
import { openWindow } from '../../app/open-window.ts';
import { startSilentServer } from '../../app/silent-server.ts';
import { test } from '../../app/window-test.ts';

test('the window opens where it was left', async ({ home }) => {
  const bounds = { x: 40, y: 30, width: 1000, height: 700 };
  const first = await openWindow(home);
  await first.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
  await expect.poll(() => boundsOf(first.app)).toEqual(bounds);
  await first.app.close();
  const second = await openWindow(home);
  await expect.poll(() => boundsOf(second.app)).toEqual(bounds);
  await second.app.close();
});

test('the window does without OpenGL of its own, and what the app starts is not told so', async ({
  window: { app },
}) => {
  test.skip(process.platform !== 'linux', 'GTK is of Linux');
  const loaded = await readFile(`/proc/${app.process().pid}/maps`, 'utf8');
  expect(loaded).toContain('/libgtk-3.so');
  expect(loaded).not.toMatch(/swrast|libLLVM|_dri\.so|libgallium/);
  expect(await app.evaluate(() => process.env.GDK_GL)).toBeUndefined();
});

test('the menu speaks to the page, in the language of the app', async ({ window: { app, page } }) => {
  await openEngineIn(page);
  await listenIn(page);
  await expect.poll(() => menuLabels(app)).toEqual(['File', 'Edit', 'View', 'Go', 'Help']);
  await clickMenu(app, 'go-inventory');
  expect(await nextCommandIn(page)).toEqual({ command: 'go', to: 'inventory' });
  await page.evaluate(() => window.testEngine.client.preferences.set({ language: 'zh' }));
  await expect.poll(() => menuLabels(app)).toEqual(['文件', '编辑', '视图', '转到', '帮助']);
});

test('the theme of the app is the theme of its window', async ({ window: { app, page } }) => {
  await openEngineIn(page);
  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate((wanted) => window.testEngine.client.preferences.set({ theme: wanted }), theme);
    await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe(theme);
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark');
  }
});

test('a chosen folder reaches the page; a closed dialog is no error', async ({ window: { app, page } }) => {
  await openEngineIn(page);
  const choose = () => page.evaluate(() => window.testEngine.client.shell.openDialog({ kind: 'folder' }));
  await answerDialog(app, ['/srv/portal']);
  expect(await choose()).toEqual({ path: '/srv/portal' });
  await answerDialog(app, []);
  expect(await choose()).toEqual({});
});

test('a page that crashes is replaced by one that leads back', async ({ window: { app, page } }) => {
  const gone = page.waitForEvent('crash');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await gone;
  // Playwright gives a crashed page up, so it is asked through Electron.
  await expect
    .poll(() => inWindow(app, 'document.querySelector("h1")?.textContent'))
    .toBe('The window stopped working');
  await inWindow(app, 'document.querySelector("a").click()');
  await expect.poll(() => inWindow(app, 'location.pathname')).toBe('/');
  await expect.poll(() => inWindow(app, 'document.querySelector("#root") !== null')).toBe(true);
});

test('a page that hangs is reloaded where the person says so, without a page between', async ({
  window: { app, page },
}) => {
  const gone = page.waitForEvent('crash');
  await app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    const [window] = BrowserWindow.getAllWindows();
    const visited: string[] = [];
    Object.assign(globalThis, { visited });
    window?.webContents.on('did-navigate', (_event, url) => visited.push(url));
    window?.emit('unresponsive');
  });
  await gone;
  await expect.poll(() => inWindow(app, 'document.querySelector("#root h1") !== null')).toBe(true);
  expect(await app.evaluate(() => Reflect.get(globalThis, 'visited'))).toEqual([
    expect.stringMatching(/^app:\/\/slipway\/(#.*)?$/),
  ]);
});

test('an engine that dies is told, and is there again after a reload', async ({ window: opened }) => {
  const { page } = opened;
  await openEngineIn(page);
  const before = await page.evaluate(() => window.testEngine.client.shell.info());
  const lost = page.evaluate(() => new Promise<void>((resolve) => window.testEngine.onLost(resolve)));
  await killEngine(opened);
  await lost;
  const failed = await page.evaluate(() =>
    window.testEngine.client.shell.info().then(
      () => 'answered',
      () => 'failed',
    ),
  );
  expect(failed).toBe('failed');
  const notice = page.getByRole('dialog', { name: 'The engine does not answer' });
  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(notice).not.toBeAttached();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await openEngineIn(page);
  expect(await page.evaluate(() => window.testEngine.client.shell.info())).toEqual(before);
});

test('closing the window asks first while something runs, then cancels it and ends every process', async ({ home }) => {
  const server = await startSilentServer();
  const { app, page } = await openWindow(home);
  await openEngineIn(page);
  await page.evaluate(() => window.testEngine.client.preferences.set({ language: 'zh' }));
  const { gone } = await startEndlessJob(page, server);
  const main = app.process();

  await answerQuestion(app, '保持打开');
  await closeWindow(app);
  await expect.poll(() => questions(app)).toEqual(['Slipway 仍在工作。要关闭吗？']);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.evaluate(() => window.testEngine.client.preferences.set({ language: 'en' }));
  await answerQuestion(app, 'Cancel and Close');
  const closed = app.waitForEvent('close');
  await closeWindow(app);
  await closed;
  await gone;
  expect(main.exitCode).toBe(0);
  const log = await readFile(join(home.path, 'settings', 'logs', 'main.log'), 'utf8');
  expect(log).toContain('"msg":"ended"');
  server.close();
});

function boundsOf(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}

function menuLabels(app: ElectronApplication) {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
}

function clickMenu(app: ElectronApplication, id: string) {
  return app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
}

function answerDialog(app: ElectronApplication, filePaths: string[]) {
  return app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths });
  }, filePaths);
}

/** Evaluates a text in the window's page. Gives nothing where that page goes meanwhile: it may then never answer. */
function inWindow(app: ElectronApplication, code: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, text) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(text)
          .catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, 2000)),
      ]),
    code,
  );
}

/** Answers every question from now on by the button of that name, and remembers what was asked. */
function answerQuestion(app: ElectronApplication, button: string) {
  return app.evaluate(({ dialog }, name) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const answer = async (...args: unknown[]) => {
      const { message, buttons } = args.at(-1) as Electron.MessageBoxOptions;
      asked.push(message);
      return { response: buttons?.indexOf(name) ?? -1, checkboxChecked: false };
    };
    dialog.showMessageBox = answer;
  }, button);
}

function questions(app: ElectronApplication): Promise<unknown> {
  return app.evaluate(() => Reflect.get(globalThis, 'asked'));
}

/** As the cross at the corner does. */
function closeWindow(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}
