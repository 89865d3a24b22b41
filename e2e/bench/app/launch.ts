import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { windowArgs } from '../../app/open-window.ts';
import type { Home } from '../../app/places.ts';
import { evaluateIn } from './evaluate.ts';

export interface Launch {
  /** From the start of the program until a person can use what the window shows. */
  seconds: number;
  /** Of the window's process, idle; undefined where the system does not tell. */
  memory: Memory | undefined;
}

/** In bytes. */
export interface Memory {
  /** All that is in memory, with what other processes share. */
  resident: number;
  /** With each shared page counted in equal parts to those that share it. */
  proportional: number;
}

/** No debugger looks at the page before it is surely there: looking takes its time too. */
const untouched = 4000;
const idle = 10_000;

/** Resolves when the app says that it can be used, with the moment of that. */
const interactiveAt = `new Promise((resolve) => {
  const tell = (mark) => resolve(performance.timeOrigin + mark.startTime);
  const observer = new PerformanceObserver((list) => list.getEntriesByName('interactive').forEach(tell));
  observer.observe({ type: 'mark', buffered: true });
})`;

/** Starts the app as a person does, without a test's tools around it, and ends it again. */
export async function launchOnce(program: string, home: Home): Promise<Launch> {
  const started = Date.now();
  const app = spawn(program, ['--remote-debugging-port=0', ...windowArgs(home)], {
    ...{ env: home.env, cwd: home.path },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const port = await debuggerPort(createInterface(app.stderr));
    // Nobody reads on: a full pipe would hold the app up.
    app.stderr.resume();
    await sleep(untouched);
    const interactive = z.number().parse(await evaluateIn(port, interactiveAt));
    await sleep(Math.max(0, interactive + idle - Date.now()));
    return { seconds: (interactive - started) / 1000, memory: await memoryOf(app.pid) };
  } finally {
    const ended = app.exitCode === null ? once(app, 'exit') : undefined;
    app.kill('SIGTERM');
    await ended;
  }
}

async function debuggerPort(lines: AsyncIterable<string>): Promise<number> {
  for await (const line of lines) {
    const [, port] = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line) ?? [];
    if (port !== undefined) return Number(port);
  }
  throw new Error('Electron ended without listening for debuggers.');
}

async function memoryOf(pid: number | undefined): Promise<Memory | undefined> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const bytes = (name: string) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]);
  return { resident: bytes('Rss'), proportional: bytes('Pss') };
}
