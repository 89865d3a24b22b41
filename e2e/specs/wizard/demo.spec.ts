import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openBrowser } from '../../app/open-browser.ts';
import type { Home } from '../../app/places.ts';
import { test } from '../../app/test.ts';
import { connectPage } from '../../pages/connect-page.ts';
import { inventoryPage } from '../../pages/inventory-page.ts';
import { startPage } from '../../pages/start-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { wizardPage } from '../../pages/wizard-page.ts';

const say = textsOf('en');

test('the demo server is started, read and removed, and a start that is cancelled leaves nothing', async ({
  appPage,
  home,
}) => {
  // Where no test has built it before, it is built from Debian's packages.
  test.setTimeout(1_200_000);
  const wizard = wizardPage(appPage, say);
  const start = startPage(wizard);

  await test.step('Start leads to its project, with both ends filled in', async () => {
    await start.startDemo();
    await start.demoTells('Booting portal');
    await expect(wizard.heading('connect')).toBeVisible({ timeout: 120_000 });
    await expect(connectPage(wizard).dockerAddress).toHaveValue(process.env.DOCKER_HOST ?? '');
  });

  await test.step('its key is the one that was told', async () => {
    const notice = appPage.getByText(say('start.demo.readyText', { fingerprint: '' }).trim());
    const [fingerprint = 'none'] = /SHA256:\S+/.exec((await notice.textContent()) ?? '') ?? [];
    const connect = connectPage(wizard);
    await connect.testServer();
    await expect(appPage.getByRole('dialog')).toContainText(fingerprint);
    await connect.acceptHostKey();
    await connect.connected('portal');
    await connect.examineDocker();
    expect(readFileSync(knownHosts(home), 'utf8')).toContain('ssh-ed25519');
  });

  await test.step('what runs there', async () => {
    await wizard.goTo('inventory');
    const inventory = inventoryPage(wizard);
    await inventory.scan();
    await expect(await inventory.serviceOnMap('portal')).toBeVisible();
  });

  await test.step('it is removed', async () => {
    await wizard.goTo('start');
    await start.removeDemo();
    await start.offersDemo();
    expect(leftOf(home)).toEqual([]);
    expect(readFileSync(knownHosts(home), 'utf8')).toBe('');
    await expect(appPage.getByText(say('start.demo.ready'))).not.toBeAttached();
  });

  await test.step('a start is cancelled', async () => {
    await start.startDemo();
    await start.demoTells('Booting portal');
    await start.cancelDemo();
    await start.offersDemo();
    expect(leftOf(home)).toEqual([]);
  });

  await test.step('it is there again, and leads back to its project', async () => {
    await start.startDemo();
    await expect(wizard.heading('inventory')).toBeVisible({ timeout: 120_000 });
    await wizard.goTo('connect');
    await connectPage(wizard).testServer();
    await connectPage(wizard).acceptHostKey();
    await connectPage(wizard).connected('portal');
    await wizard.goTo('start');
    await start.removeDemo();
    expect(leftOf(home)).toEqual([]);
  });
});

test('a machine without Docker is told what to do', async ({ browser, home }) => {
  const empty = join(home.path, 'bin');
  mkdirSync(empty);
  const { page, end } = await openBrowser(browser, { ...home, env: { ...home.env, PATH: empty } });
  const start = startPage(wizardPage(page, say));
  await start.startDemo();
  await expect(start.demo.getByRole('alert')).toContainText(/lacks programs.*install the docker command/);
  await expect(start.demo.getByRole('alert')).toContainText('Install them, then try again.');
  await start.offersDemo();
  await page.context().close();
  await end();
});

function knownHosts({ path }: Home): string {
  return join(path, '.ssh/known_hosts');
}

/** What is there of a demo server: its container, and its keys. */
function leftOf({ path }: Home): string[] {
  const named = ['ps', '--all', '--filter', 'name=slipway-lab-portal-app-demo', '--format', '{{.Names}}'];
  const containers = execFileSync('docker', named, { encoding: 'utf8' }).split('\n');
  const keys = join(path, '.local/state/slipway/lab');
  return [...containers, existsSync(keys) ? keys : ''].filter((line) => line !== '');
}
