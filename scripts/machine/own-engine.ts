import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startDaemon, stopDaemon } from './daemon.ts';
import type { Engine } from './docker.ts';
import { engineAnswers } from './existing-engine.ts';
import { addHolder, liveHolders, removeHolder } from './holders.ts';
import { withLock } from './lock.ts';
import { cacheDirectory } from './places.ts';
import { step } from './say.ts';

/**
 * The engine of our own, apart from any other on this machine. Its holders share it: the first starts it, the last one
 * to leave stops it. A holder whose process has died without a word does not count.
 */
export async function shareOwnEngine(holder: string): Promise<Engine> {
  const home = cacheDirectory('engine');
  const host = `unix://${join(home, 'docker.sock')}`;
  await mkdir(home, { recursive: true });
  await withLock(join(home, 'lock'), async () => {
    if (!(await engineAnswers(host))) await step('Starting a Docker engine', () => startDaemon(home, host));
    await addHolder(home, holder);
  });
  return { host, stop: () => leave(home, holder) };
}

async function leave(home: string, holder: string): Promise<void> {
  await withLock(join(home, 'lock'), async () => {
    await removeHolder(home, holder);
    if ((await liveHolders(home)).length === 0) await step('Stopping the Docker engine', () => stopDaemon(home));
  });
}
