import { setTimeout as sleep } from 'node:timers/promises';
import type { Container } from 'dockerode';
import { statusOf } from '../api/docker-errors.ts';
import { readState } from './read-state.ts';

export interface StopOutcome {
  seconds: number;
  killed: boolean;
  exitCode: number | undefined;
}

/**
 * Sends the stop signal and waits for the end, at most so long, then kills. The engine's own stop would do the same but
 * not say which of the two it was.
 */
export async function stopContainer(container: Container, signal: string, graceSeconds: number): Promise<StopOutcome> {
  const begin = performance.now();
  const ended = container.wait({ condition: 'not-running' });
  // Marked as handled here: where the signal cannot be sent, that error is the one to report.
  ended.catch(() => undefined);
  await sendSignal(container, signal);
  const killed = !(await endsWithin(ended, graceSeconds));
  if (killed) await sendSignal(container, 'SIGKILL');
  await ended;
  const seconds = (performance.now() - begin) / 1000;
  return { seconds, killed, exitCode: (await readState(container)).exitCode };
}

async function sendSignal(container: Container, signal: string): Promise<void> {
  try {
    await container.kill({ signal });
  } catch (error) {
    // 409: it does not run any more, which is what was wanted.
    if (statusOf(error) !== 409) throw error;
  }
}

async function endsWithin(ended: Promise<unknown>, seconds: number): Promise<boolean> {
  const timer = new AbortController();
  const expired = sleep(seconds * 1000, false, { signal: timer.signal }).catch(() => false);
  try {
    return await Promise.race([ended.then(() => true), expired]);
  } finally {
    timer.abort();
  }
}
