import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBaseImage } from '../../scripts/machine/base-image.ts';
import type { Engine } from '../../scripts/machine/docker.ts';
import { ensureEngine } from '../../scripts/machine/engine.ts';
import { whatIsExhausted } from './exhausted.ts';

const release = 'bookworm';
const tooManyOpenFiles = 24;
let engine: Engine;
let folder: string;

beforeAll(async () => {
  engine = await ensureEngine();
  await ensureBaseImage(engine.host, release);
  folder = await mkdtemp(join(tmpdir(), 'slipway-exhausted-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  await engine.stop();
});

test('a kernel that gives no inotify instance any more is recognized, with what to do', async () => {
  const refused = {
    names: ['inotify_init', 'inotify_init1'],
    action: 'SCMP_ACT_ERRNO',
    errnoRet: tooManyOpenFiles,
  };
  const profile = join(folder, 'profile.json');
  await writeFile(profile, JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [refused] }));
  const options = ['--security-opt', `seccomp=${profile}`];
  expect(await whatIsExhausted(engine.host, release, options)).toContain('sysctl -w fs.inotify.max_user_instances=');
});

test('one that has some is not blamed', async () => {
  expect(await whatIsExhausted(engine.host, release)).toBe('');
});
