import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { forgetServer, type RunningServer, startServer } from '../e2e/lab/start-server.ts';
import type { Engine } from './machine/docker.ts';
import { ensureEngine } from './machine/engine.ts';
import { type Cleanup, runMain } from './machine/main.ts';
import { ensureTools, MachineNotReady } from './machine/tools.ts';

/** Sets the server apart from the lab's own, and keeps an engine of our own running for it. */
const instance = 'app-demo';
const name = 'portal';

/**
 * `npx tsx scripts/demo-server.ts start|stop`: the legacy server that the app offers to try things on. What is done is
 * told on standard error; `start` writes one line of JSON on standard output, which the app reads: where the server is,
 * or what this machine lacks for one.
 */
runMain(async (cleanup, signal) => {
  const command = process.argv[2];
  if (command !== 'start' && command !== 'stop') throw new Error('usage: demo-server.ts start|stop');
  await (command === 'start' ? start(signal) : stop(cleanup)).catch((error: unknown) => {
    if (error instanceof MachineNotReady) console.log(JSON.stringify({ lacks: error.lack, detail: error.detail }));
    throw error;
  });
  return 0;
});

async function start(signal: AbortSignal): Promise<void> {
  const engine = await openEngine();
  const { host } = engine;
  const server = await startServer(name, { host, instance, signal }).catch(async (error) => {
    await forgetServer(name, host, instance);
    await engine.stop();
    throw error;
  });
  console.log(JSON.stringify(await described(server, engine.host)));
}

async function stop(cleanup: Cleanup): Promise<void> {
  const engine = await openEngine();
  cleanup.add(() => engine.stop());
  await forgetServer(name, engine.host, instance);
}

async function openEngine(): Promise<Engine> {
  await ensureTools(['ssh', 'docker-client']);
  return ensureEngine(instance);
}

async function described({ user, address, port, identityFile, knownHostsFile }: RunningServer, docker: string) {
  const [, , key = ''] = (await readFile(knownHostsFile, 'utf8')).trim().split(' ');
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64');
  const fingerprint = `SHA256:${hash.replace(/=+$/, '')}`;
  return { target: `ssh://${user}@${address}:${port}`, identityFile, fingerprint, docker };
}
