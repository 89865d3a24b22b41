import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A home of its own for one run of the app: its settings, its `~/.ssh`, its keychain. */
export interface Home {
  path: string;
  /** The environment in which a program has that home. */
  env: Record<string, string>;
  remove(): Promise<void>;
}

/** What tells at which desktop somebody is: which keychain the app looks for is not to depend on that. */
const ofDesktop = ['XDG_CURRENT_DESKTOP', 'DESKTOP_SESSION', 'KDE_FULL_SESSION', 'GNOME_DESKTOP_SESSION_ID'];

export async function makeHome(): Promise<Home> {
  const path = await mkdtemp(join(tmpdir(), 'slipway-app-'));
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    path,
    env: {
      ...Object.fromEntries(inherited.filter(([name]) => !ofDesktop.includes(name))),
      // With none named, D-Bus would look for the session of whoever runs the tests.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      HOME: path,
      XDG_CONFIG_HOME: join(path, '.config'),
      XDG_DATA_HOME: join(path, '.local/share'),
      XDG_STATE_HOME: join(path, '.local', 'state'),
      XDG_CACHE_HOME: process.env.XDG_CACHE_HOME || join(process.env.HOME ?? path, '.cache'),
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en',
    },
    // What was killed there may still be at writing its last.
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 20 }),
  };
}

/** Chromium's sandbox does not start as root, which tests in containers often are; the app itself never sets this. */
export const sandboxArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
