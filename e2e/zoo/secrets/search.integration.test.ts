import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docker, type Engine, tryDocker } from '../../../scripts/machine/docker.ts';
import { ensureEngine } from '../../../scripts/machine/engine.ts';
import { mustRun } from '../../../scripts/machine/run.ts';
import { searchBundle } from './search-bundle.ts';
import { searchImage } from './search-image.ts';
import { needlesOf } from './search-stream.ts';

const needles = needlesOf(['planted-in-a-layer', 'planted-in-the-configuration', 'planted-nowhere']);
const image = 'slipway-zoo-test';
let engine: Engine;
let directory: string;

beforeAll(async () => {
  engine = await ensureEngine();
  directory = await mkdtemp(join(tmpdir(), 'slipway-zoo-test-'));
});

afterAll(async () => {
  await tryDocker(engine.host, ['image', 'rm', '--force', image]);
  await engine.stop();
  await rm(directory, { recursive: true });
});

test('a secret is found in a layer, even one that a later layer covers, and in the configuration', async () => {
  await writeFile(join(directory, 'file'), 'token: planted-in-a-layer\n');
  await writeFile(join(directory, 'empty'), '');
  const dockerfile = 'FROM scratch\nADD file /file\nADD empty /file\nENV KEY=planted-in-the-configuration\n';
  await writeFile(join(directory, 'Dockerfile'), dockerfile);
  await docker(engine.host, ['build', '--quiet', '--tag', image, directory]);
  expect([...(await searchImage(engine.host, image, needles))].sort()).toEqual(['secret 1', 'secret 2']);
});

test('a secret is found in a deleted file of the history and in a file that Git would take', async () => {
  const git = (...args: string[]) =>
    mustRun('git', ['-C', directory, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args]);
  await git('init', '--quiet');
  await writeFile(join(directory, 'old'), 'planted-in-a-layer');
  await git('add', 'old');
  await git('commit', '--quiet', '--message', 'one');
  await git('rm', '--quiet', 'old');
  await git('commit', '--quiet', '--message', 'two');
  await writeFile(join(directory, '.gitignore'), 'secrets\nfile\nDockerfile\n');
  await writeFile(join(directory, 'secrets'), 'planted-nowhere');
  await writeFile(join(directory, 'new'), 'planted-in-the-configuration');
  await symlink('/nowhere', join(directory, 'dangling'));
  expect(await searchBundle(directory, needles)).toEqual(["secret 1 in Git's history", 'secret 2 in new']);
});
