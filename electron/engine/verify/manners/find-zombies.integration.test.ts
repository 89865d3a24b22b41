import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fakeContainer } from '../testing/fake-container.ts';
import { findZombies } from './find-zombies.ts';

const name = `slipway-verify-zombies-${process.pid}`;
const { signal } = new AbortController();

function docker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8' });
}

const container = fakeContainer({
  name,
  exec: async (argv) => ({ exitCode: 0, output: docker('exec', name, ...argv) }),
});

beforeAll(() => {
  // A name with what a careless reader of /proc/PID/stat stumbles over.
  const program = 'if (fork) { sleep 600 } else { $0 = "a) Z (b"; exit }';
  docker('run', '--detach', '--name', name, '--network', 'none', 'debian:bookworm-slim', 'perl', '-e', program);
});
afterAll(() => void docker('rm', '--force', name));

it('sees inside the child that nobody waits for, which the engine does not list', async () => {
  const states = () => docker('exec', name, 'sh', '-c', 'cat /proc/[0-9]*/stat');
  await vi.waitUntil(() => states().includes(') Z '), { timeout: 60_000 });
  expect(await findZombies(container, signal)).toEqual({ processes: 2, names: ['a) Z (b'] });
  expect(docker('top', name, '-eo', 'pid,stat')).not.toContain('Z');
});
