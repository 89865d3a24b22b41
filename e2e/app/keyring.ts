import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureTools } from '../../scripts/machine/tools.ts';
import type { Home } from './places.ts';

/**
 * Unlocked, as after a login with a password; or locked, as after one without, and nobody unlocks it: what would ask for
 * the keyring's password finds no display.
 */
export type KeyringState = 'unlocked' | 'locked';

export interface Session {
  /** The home, in this session. */
  home: Home;
  /** Whether anything in the session has asked for a keyring. */
  usesKeyring(): boolean;
  /** Ends the bus, and with it the keyring: what is in it stays in the home. */
  end(): Promise<void>;
}

/**
 * A session of a desktop with the real GNOME Keyring, in a home.
 *
 * @throws MachineNotReady where there is no keyring and none can be installed
 */
export async function openSession(home: Home, keyring: KeyringState): Promise<Session> {
  await ensureTools(['keyring']);
  const runtime = mkdtempSync(join(home.path, 'run-'));
  const env = { ...home.env, XDG_RUNTIME_DIR: runtime };
  const bus = await startBus(withoutDisplay(env));
  const inBus = { ...env, DBUS_SESSION_BUS_ADDRESS: bus.address };
  if (keyring === 'unlocked') unlock(withoutDisplay(inBus));
  return {
    home: { ...home, env: inBus },
    usesKeyring: () => existsSync(join(runtime, 'keyring')),
    end: bus.end,
  };
}

/** Another keyring than before, as on another machine or after one was reset. */
export function loseKeyring(home: Home): void {
  rmSync(join(home.path, '.local/share/keyrings'), { recursive: true });
}

async function startBus(env: Record<string, string>): Promise<{ address: string; end(): Promise<void> }> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    ...{ env, stdio: ['ignore', 'pipe', 'ignore'] },
  });
  const [address]: string[] = await once(createInterface(bus.stdout), 'line');
  return {
    address: address ?? '',
    async end() {
      const ended = once(bus, 'exit');
      bus.kill();
      await ended;
    },
  };
}

/** What the bus starts knows no display, whatever the app has. */
function withoutDisplay(env: Record<string, string>): Record<string, string> {
  return { ...env, DISPLAY: '', WAYLAND_DISPLAY: '' };
}

/** Starts it as a login does; it makes the keyring where there is none, and goes on until its bus ends. */
function unlock(env: Record<string, string>): void {
  execFileSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], { env, input: 'login', stdio: 'pipe' });
  const property = ['string:org.freedesktop.Secret.Collection', 'string:Locked'];
  const keyring = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets/collection/login'];
  const get = ['--session', '--print-reply', ...keyring, 'org.freedesktop.DBus.Properties.Get', ...property];
  // It answers once it is on its bus; before, it would not hear of the bus's end.
  const answer = execFileSync('dbus-send', get, { env, encoding: 'utf8' });
  if (!answer.includes('boolean false')) throw new Error(`The keyring is not unlocked: ${answer}`);
}
