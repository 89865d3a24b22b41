import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ensureTools } from '../../../scripts/machine/tools.ts';

/** A screen for windows: the one that is there, else one in memory. Gives the environment in which programs find it. */
export async function openDisplay(): Promise<{ env: Record<string, string>; close(): void }> {
  if (process.platform !== 'linux') return { env: {}, close: () => undefined };
  // Also what Electron links to.
  await ensureTools(['xvfb']);
  if (process.env.DISPLAY) return { env: { DISPLAY: process.env.DISPLAY }, close: () => undefined };
  const screen = ['-displayfd', '3', '-screen', '0', '1440x960x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const said = server.stdio[3] as Readable; // a pipe, as asked for above
  const [number] = await Promise.race([
    once(createInterface(said), 'line'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb did not start.'))),
  ]);
  return { env: { DISPLAY: `:${number}` }, close: () => server.kill() };
}
