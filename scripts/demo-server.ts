import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type RunningServer, startServer, stopServer } from '../e2e/lab/start-server.ts';
import { ensureEngine } from './machine/engine.ts';
import { runMain } from './machine/main.ts';
import { ensureTools } from './machine/tools.ts';

/** Sets the server apart from the lab's own, and keeps an engine of our own running for it. */
const instance = 'app-demo';

/**
 * `npx tsx scripts/demo-server.ts start|stop`: the legacy server that the app offers to try things on. What is done is
 * told on standard error; `start` writes one line of JSON on standard output, which the app reads.
 */
runMain(async (cleanup, signal) => {
  const command = process.argv[2];
  if (command !== 'start' && command !== 'stop') throw new Error('usage: demo-server.ts start|stop');
  await ensureTools(['ssh']);
  const engine = await ensureEngine(instance);
  if (command === 'stop') {
    cleanup.add(() => engine.stop());
    await stopServer('portal', engine.host, instance);
    return 0;
  }
  const server = await startServer('portal', { host: engine.host, instance, signal }).catch(async (error) => {
    await engine.stop();
    throw error;
  });
  console.log(JSON.stringify(await described(server, engine.host)));
  return 0;
});

async function described({ user, address, port, identityFile, knownHostsFile }: RunningServer, docker: string) {
  const [, , key = ''] = (await readFile(knownHostsFile, 'utf8')).trim().split(' ');
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64');
  const fingerprint = `SHA256:${hash.replace(/=+$/, '')}`;
  return { target: `ssh://${user}@${address}:${port}`, identityFile, fingerprint, docker };
}
