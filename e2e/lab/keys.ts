import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stateDirectory } from '../../scripts/machine/places.ts';
import { mustRun } from '../../scripts/machine/run.ts';

export interface LabKeys {
  /** Logs in to every account of every server of the lab. */
  identityFile: string;
  authorizedKey: string;
  /** A server's own host key: private and public file. */
  hostKeyFile: string;
  hostKey: string;
  /** The file that the server is recorded in. */
  knownHostsFile: string;
}

/** The keys for one server, made at its first start and kept in the lab's state directory. */
export async function keysFor(server: string): Promise<LabKeys> {
  const directory = stateDirectory('lab');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const identityFile = join(directory, 'id_ed25519');
  const hostKeyFile = join(directory, `${server}-host-key`);
  const authorizedKey = await ensureKey(identityFile, 'slipway-lab');
  const hostKey = await ensureKey(hostKeyFile, server);
  return {
    identityFile,
    authorizedKey,
    hostKeyFile,
    hostKey,
    knownHostsFile: join(directory, `${server}-known-hosts`),
  };
}

/** Records a server's host key under the address where it is reached now. */
export async function recordHost(keys: LabKeys, address: string, port: number): Promise<void> {
  const [type, key] = keys.hostKey.split(' ');
  await writeFile(keys.knownHostsFile, `[${address}]:${port} ${type} ${key}\n`);
}

/** Removes a server's own keys, and the lab's where no other server has any. */
export async function forgetKeys(server: string): Promise<void> {
  const directory = stateDirectory('lab');
  const own = [`${server}-host-key`, `${server}-host-key.pub`, `${server}-known-hosts`];
  for (const name of own) await rm(join(directory, name), { force: true });
  const left = await readdir(directory).catch(() => []);
  if (left.every((name) => ['id_ed25519', 'id_ed25519.pub'].includes(name))) {
    await rm(directory, { recursive: true, force: true });
  }
}

async function ensureKey(file: string, comment: string): Promise<string> {
  if (!existsSync(file) || !existsSync(`${file}.pub`)) {
    await rm(file, { force: true });
    await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', comment, '-f', file]);
  }
  return (await readFile(`${file}.pub`, 'utf8')).trim();
}
