import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Who may use the registry under test. The colon must not end the password. */
export const registryAccount = { username: 'shipwright', password: 'Windlass-41:b' };
/** The same as bcrypt, the only form that the registry reads. */
const passwordHash = '$2y$05$abcdefghijklmnopqrstuuUNfW6MzXnoiATITO/PL19iq2LG/pF92';

export interface RegistryUnderTest {
  /** `127.0.0.1:PORT`, which engines reach without TLS. */
  address: string;
  stop(): Promise<void>;
}

/** A real registry (Debian's docker-registry) on the loopback, which asks for a password. */
export async function startRegistry(): Promise<RegistryUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-registry-'));
  const users = join(folder, 'htpasswd');
  await writeFile(users, `${registryAccount.username}:${passwordHash}\n`);
  const configuration = join(folder, 'config.yml');
  await writeFile(
    configuration,
    JSON.stringify({
      version: '0.1',
      storage: { filesystem: { rootdirectory: join(folder, 'data') } },
      http: { addr: '127.0.0.1:0', secret: 'of this test alone' },
      auth: { htpasswd: { realm: 'test', path: users } },
    }),
  );
  const registry = spawn('docker-registry', ['serve', configuration], { stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = async () => {
    if (registry.exitCode === null && registry.kill()) await once(registry, 'exit');
    await rm(folder, { recursive: true });
  };
  try {
    return { address: await addressOf(registry), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where it listens, which it says in its log. */
async function addressOf(registry: ChildProcess): Promise<string> {
  const missing = new Promise<never>((_, reject) => {
    registry.once('error', () => reject(new Error('These tests need docker-registry: "npm test" installs it.')));
  });
  return Promise.race([missing, readAddress(registry)]);
}

async function readAddress({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('The registry has no log.');
  const said: string[] = [];
  const lines = createInterface({ input: stderr });
  for await (const line of lines) {
    const address = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (address !== undefined) {
      stderr.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`The registry did not start:\n${said.join('\n')}`);
}
