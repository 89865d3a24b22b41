import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { createInterface } from 'node:readline';
import { expect, it, vi } from 'vitest';
import { isAlive, isThisProcess, thisProcess } from './owner.ts';

it('knows a process that has ended from one that goes on', () => {
  const ended = spawnSync(process.execPath, ['--version']).pid;
  expect(isAlive({ ...thisProcess(), pid: ended })).toBe(false);
  expect(isAlive(thisProcess())).toBe(true);
  expect(isThisProcess(thisProcess())).toBe(true);
  expect(isThisProcess({ ...thisProcess(), pid: process.ppid })).toBe(false);
});

it('takes a process of another machine for alive', () => {
  const elsewhere = { host: 'another.example', pid: process.pid };
  expect(isAlive(elsewhere)).toBe(true);
  expect(isThisProcess(elsewhere)).toBe(false);
});

it.runIf(existsSync('/proc/self/stat'))(
  'does not take one for alive that has ended and was never asked after',
  async () => {
    // The shell becomes a program that knows of no child.
    const parent = spawn('sh', ['-c', '(exit 0) & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [line] = await once(createInterface(parent.stdout), 'line');
      await vi.waitUntil(() => !isAlive({ host: hostname(), pid: Number(line) }), { timeout: 20_000 });
    } finally {
      parent.kill();
    }
  },
);
