import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureBaseImage } from './base-image.ts';
import { ensureEngine } from './engine.ts';

// An account that can start no engine of its own, whoever runs the test.
vi.mock('./root.ts', () => ({ becomesRoot: async () => false }));

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'slipway-lacks-'));
  vi.stubEnv('PATH', `${scratch}${delimiter}${process.env.PATH}`);
  vi.stubEnv('XDG_CACHE_HOME', scratch);
  vi.stubEnv('DOCKER_HOST', 'unix:///nowhere.sock');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

/** A docker client that answers as a script says. */
function dockerSays(script: string): void {
  writeFileSync(join(scratch, 'docker'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(scratch, 'docker'), 0o755);
}

test('an engine that does not run is to be started', async () => {
  dockerSays('echo "Cannot connect to the Docker daemon at $DOCKER_HOST." >&2; exit 1');
  await expect(ensureEngine()).rejects.toMatchObject({
    lack: 'engine',
    detail: 'Cannot connect to the Docker daemon at unix:///nowhere.sock.',
    message: expect.stringContaining('Start Docker'),
  });
});

test('an engine that lets this account not in is to let it in', async () => {
  dockerSays('echo "permission denied while trying to connect to the Docker daemon socket" >&2; exit 1');
  await expect(ensureEngine()).rejects.toMatchObject({
    lack: 'engine-access',
    detail: 'unix:///nowhere.sock',
    message: expect.stringContaining('usermod -aG docker'),
  });
});

test('an engine without the base image pulls it, or says why it cannot', async () => {
  const answers = 'case "$1" in image) exit 1;; info) echo x86_64;;';
  dockerSays(`${answers} pull) exit 0;; esac`);
  expect(await ensureBaseImage('unix:///nowhere.sock', 'bookworm')).toBe('debian:bookworm-slim');
  dockerSays(`${answers} pull) echo "lookup registry: no such host" >&2; exit 1;; esac`);
  await expect(ensureBaseImage('unix:///nowhere.sock', 'bookworm')).rejects.toMatchObject({
    lack: 'base-image',
    detail: 'debian:bookworm-slim: lookup registry: no such host',
    message: expect.stringContaining('docker pull debian:bookworm-slim'),
  });
});
