import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { filesWith } from '../../app/files-with.ts';
import { type KeyringState, loseKeyring, openSession, type Session } from '../../app/keyring.ts';
import { openWindow } from '../../app/open-window.ts';
import type { Home } from '../../app/places.ts';
import { type SshServer, startSshServer } from '../../app/ssh-server.ts';
import { test as base } from '../../app/test.ts';
import { connectPage } from '../../pages/connect-page.ts';
import { questionDialog } from '../../pages/question-dialog.ts';
import { startPage } from '../../pages/start-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { type WizardPage, wizardPage } from '../../pages/wizard-page.ts';

const say = textsOf('en');
const password = 'keel-haul-7';
const sealed = say('questions.rememberSealed');
const forThisRun = say('questions.rememberRun', { why: 'This machine has no keychain, or it is locked.' });

const test = base.extend<{ server: SshServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures a fixture needs from the pattern.
  server: async ({}, use) => {
    const server = await startSshServer(password);
    await use(server);
    server.close();
  },
});

test.skip(process.platform !== 'linux', 'a keyring of its own for a test is had on Linux alone');

test('a remembered password is used after a restart, stands in no file, and can be forgotten', async ({
  home,
  server,
}) => {
  await inSession(home, 'unlocked', async (session) => {
    await inRun(session.home, async (wizard) => {
      await firstSignIn(wizard, home, server);
      await remember(wizard, sealed);
      await expect.poll(() => server.tried).toEqual([password]);
      // It is kept while the server is tried, not before.
      await expect.poll(() => sealedIn(home)).toEqual([expect.stringMatching(/^v11/)]);
    });
    expect(filesWith(home.path, password)).toEqual([]);

    await inRun(session.home, async (wizard) => {
      await signIn(wizard, server);
      await expect.poll(() => server.tried).toEqual([password, password]);
      await forget(wizard, server);
      expect(sealedIn(home)).toEqual([]);
      await signIn(wizard, server);
      await decline(wizard);
    });
    expect(server.tried).toHaveLength(2);
  });
});

test('without a keychain a password is remembered until the app closes, and it says so', async ({ home, server }) => {
  await inRun(home, async (wizard) => {
    await firstSignIn(wizard, home, server);
    await remember(wizard, forThisRun);
    await expect.poll(() => server.tried).toEqual([password]);
    await signIn(wizard, server);
    await expect.poll(() => server.tried).toEqual([password, password]);
  });
  expect(filesWith(home.path, password)).toEqual([]);
  await inRun(home, async (wizard) => {
    await signIn(wizard, server);
    await decline(wizard);
  });
  expect(server.tried).toHaveLength(2);
});

test('what a keychain sealed waits for it: one that is locked, or another one, is told and harms nothing', async ({
  home,
  server,
}) => {
  await inRunWith('unlocked', home, async (wizard) => {
    await firstSignIn(wizard, home, server);
    await remember(wizard, sealed);
    await expect.poll(() => server.tried).toHaveLength(1);
    await expect.poll(() => sealedIn(home)).toHaveLength(1);
  });
  const before = sealedIn(home);

  await inRunWith('locked', home, async (wizard, usesKeyring) => {
    // Nobody is asked to unlock anything before a kept secret is needed.
    expect(usesKeyring()).toBe(false);
    await signIn(wizard, server);
    await questionDialog(wizard).tellsUnreadable();
    expect(usesKeyring()).toBe(true);
    await remember(wizard, forThisRun);
    await expect.poll(() => server.tried).toHaveLength(2);
  });
  expect(sealedIn(home)).toEqual(before);

  await inRunWith('unlocked', home, async (wizard) => {
    await signIn(wizard, server);
    await expect.poll(() => server.tried).toHaveLength(3);
  });

  loseKeyring(home);
  await inRunWith('unlocked', home, async (wizard) => {
    await signIn(wizard, server);
    await questionDialog(wizard).tellsUnreadable();
    expect(sealedIn(home)).toEqual(before);
    await remember(wizard, sealed);
    await expect.poll(() => server.tried).toHaveLength(4);
    await signIn(wizard, server);
    await expect.poll(() => server.tried).toHaveLength(5);
  });
  expect(new Set(server.tried)).toEqual(new Set([password]));
});

/** From the start of the app to its end. */
async function inRun(home: Home, use: (wizard: WizardPage) => Promise<void>): Promise<void> {
  const { app, page } = await openWindow(home);
  await use(wizardPage(page, say));
  await app.close();
}

async function inSession(home: Home, keyring: KeyringState, use: (session: Session) => Promise<void>): Promise<void> {
  const session = await openSession(home, keyring);
  try {
    await use(session);
  } finally {
    await session.end();
  }
}

/** A session with one run of the app in it. */
function inRunWith(
  keyring: KeyringState,
  home: Home,
  use: (wizard: WizardPage, usesKeyring: () => boolean) => Promise<void>,
): Promise<void> {
  return inSession(home, keyring, (session) => inRun(session.home, (wizard) => use(wizard, session.usesKeyring)));
}

async function firstSignIn(wizard: WizardPage, home: Home, server: SshServer): Promise<void> {
  await startPage(wizard).create('portal', join(home.path, 'portal'));
  await signIn(wizard, server);
  await connectPage(wizard).acceptHostKey();
}

/** Begins to; what may be asked then is left open. */
async function signIn(wizard: WizardPage, server: SshServer): Promise<void> {
  const { hostname, port, username } = new URL(server.target);
  const connect = connectPage(wizard);
  await connect.fillServerWithPassword({ address: hostname, port: Number(port), user: username });
  await connect.testServer();
}

/** Answers with the password, and has it kept for as long as the dialog is expected to say. */
async function remember(wizard: WizardPage, howLong: string): Promise<void> {
  const dialog = questionDialog(wizard);
  await dialog.remember();
  await dialog.keeps(howLong);
  await dialog.answer('questions.password.label', password);
}

async function decline({ page }: WizardPage): Promise<void> {
  await page
    .getByRole('dialog', { name: say('questions.password.title') })
    .getByText(say('questions.decline'))
    .click();
}

async function forget({ page }: WizardPage, { target }: SshServer): Promise<void> {
  const of = target.replace('ssh://', '');
  await page.getByRole('button', { name: say('app.commands.open') }).click();
  await page.getByRole('button', { name: say('app.secrets.forget.password', { of }) }).click();
  await expect(page.getByText(say('app.secrets.forgotten', { of }))).toBeVisible();
}

/** What stands in the file of kept secrets, as bytes; nothing where there is none yet. */
function sealedIn(home: Home): string[] {
  const file = join(home.path, 'settings', 'secrets.json');
  if (!existsSync(file)) return [];
  const { value }: { value: { sealed: string }[] } = JSON.parse(readFileSync(file, 'utf8'));
  return value.map((kept) => Buffer.from(kept.sealed, 'base64').toString('latin1'));
}
