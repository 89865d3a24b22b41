import { execFileSync } from 'node:child_process';
import { type ElectronApplication, expect } from '@playwright/test';
import { type OpenWindow, openWindow } from './open-window.ts';
import type { Home } from './places.ts';

/** What is killed: the whole app by its main process, or the engine's process alone. */
export type Victim = 'app' | 'engine';

/** Kills as `kill -9` does, and comes back as a person would: by another start, or by a reload of the page. */
export async function killAndComeBack(window: OpenWindow, home: Home, victim: Victim): Promise<OpenWindow> {
  if (victim === 'app') {
    await killApp(window);
    return openWindow(home);
  }
  await killEngine(window);
  const { page } = window;
  const notice = page.getByRole('dialog', { name: 'The engine does not answer' });
  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(notice).not.toBeAttached();
  return window;
}

/** The main process and all that it has started. */
export function processesOf(app: ElectronApplication): Promise<number[]> {
  return app.evaluate(({ app: running }) => running.getAppMetrics().map(({ pid }) => pid));
}

/** Resolves when every process of the app has gone. */
async function killApp({ app }: OpenWindow): Promise<void> {
  const pids = await processesOf(app);
  const closed = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await closed;
  await expect.poll(() => pids.filter(isRunning)).toEqual([]);
}

/** Ends the engine's process as a crash would. */
export function killEngine({ app }: OpenWindow): Promise<void> {
  return app.evaluate(({ app: running }) => {
    const engine = running.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Slipway engine');
    if (engine === undefined) throw new Error('No engine runs.');
    process.kill(engine.pid, 'SIGKILL');
  });
}

/** One that has ended and that nobody has asked after yet does not count. */
function isRunning(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return state !== '' && !state.startsWith('Z');
  } catch {
    // No such process.
    return false;
  }
}
