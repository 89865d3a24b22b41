import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../../app/window-test.ts';

// What holds for a page that has been taken over: it has no more than the contract.

test('the page has neither Node nor Electron', async ({ window: { page } }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'slipwayWindow'))).toBe(true);
});

test('the window is sandboxed and isolated', async ({ window: { app } }) => {
  const settings = await app.evaluate(({ BrowserWindow }) => {
    // Electron has it, but does not promise it: it tells what really became of the settings.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Inspectable | undefined;
    return contents?.getLastWebPreferences();
  });
  expect(settings).toMatchObject({
    ...{ sandbox: true, contextIsolation: true, nodeIntegration: false },
    ...{ webSecurity: true, webviewTag: false },
  });
});

test('the page comes under a strict policy', async ({ window: { page } }) => {
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).not.toContain('unsafe-eval');
});

test('the policy is kept', async ({ window: { page } }) => {
  // Through a timer: what the test itself evaluates is beyond the policy, what the page does later is not.
  const violated = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const directives: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          directives.push(effectiveDirective);
          if (directives.length === 2) resolve(directives.sort());
        });
        setTimeout(() => {
          const script = document.createElement('script');
          script.textContent = 'globalThis.injected = true';
          document.body.append(script);
          fetch('https://example.com/').catch(() => undefined);
        });
      }),
  );
  expect(violated).toEqual(['connect-src', 'script-src-elem']);
  expect(await page.evaluate(() => 'injected' in globalThis)).toBe(false);
});

test('nothing but the page is served', async ({ window: { page } }) => {
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['/../main/main.cjs', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/etc/passwd'].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  );
  expect(statuses).toEqual([404, 404, 404, 404]);
});

test('no window is opened, and only web pages go to the browser', async ({ window: { app, page } }) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  // A container's port on this machine is a web page, too.
  const allowed = ['https://docs.docker.com/', 'http://127.0.0.1:49161/'];
  const refused = ['http://docs.docker.com/', 'file:///etc/passwd', 'https://me:secret@example.com/'];
  const results = await page.evaluate((urls) => urls.map((url) => window.open(url)), [...refused, ...allowed]);
  expect(results).toEqual([null, null, null, null, null]);
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual(allowed);
  expect(app.windows()).toHaveLength(1);
});

test('the page goes nowhere else', async ({ home, window: { page } }) => {
  for (const url of ['https://example.com/', 'app://elsewhere/', 'file:///etc/passwd', 'data:text/html,hello']) {
    await page.evaluate((address) => location.assign(address), url);
  }
  const log = () => readFile(join(home.path, 'settings', 'logs', 'main.log'), 'utf8');
  // The last two never get as far as to ask.
  for (const url of ['https://example.com/', 'app://elsewhere/']) {
    await expect.poll(log).toContain(`"url":"${url}","msg":"navigation refused"`);
  }
  expect(page.url()).toMatch(/^app:\/\/slipway\//);
  expect(await page.locator('#root').count()).toBe(1);
});

test('permissions are denied', async ({ window: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'];
    const query = (name: string) => navigator.permissions.query({ name: name as PermissionName });
    return Promise.all(names.map(async (name) => (await query(name)).state));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

interface Inspectable {
  getLastWebPreferences(): Record<string, unknown>;
}
