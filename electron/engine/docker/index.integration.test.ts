import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BaseImage, ImageIndex } from './docker-host.ts';
import { openDockerHost } from './open.ts';
import type { OpenedDockerHost } from './opened-host.ts';
import { engineUnderTest, plainDocker, recordingJob, tarOf } from './testing/engine.ts';

const reference = 'debian:bookworm-slim';
const docker = plainDocker();
let cache: string;
let host: OpenedDockerHost;
let image: BaseImage;
let index: ImageIndex;

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'slipway-index-'));
  host = await openDockerHost(engineUnderTest(), recordingJob(), { environment: { XDG_CACHE_HOME: cache } });
  image = await host.ensureImage(reference, (await host.info()).architecture, recordingJob());
  index = await host.indexImage(image, recordingJob());
});
afterAll(async () => {
  await host.close();
  await rm(cache, { recursive: true });
});

/** What the image itself says, through programs of its own. */
function inImage(script: string): string {
  const command = ['run', '--rm', '--network', 'none', reference, 'sh', '-c', script];
  return execFileSync('docker', ['--host', engineUnderTest(), ...command], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

describe('indexImage', () => {
  it('has the hash of every regular file', () => {
    const sums = new Map(
      lines(
        inImage(
          'find / -xdev -type f ! -path "/etc/host*" ! -path /etc/resolv.conf ! -path /.dockerenv -exec sha256sum {} +',
        ),
      ).map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    const files = [...index.entries].filter(([path, { type }]) => type === 'file' && !path.startsWith('/etc/host'));
    expect(new Map(files.map(([path, { sha256 }]) => [path, sha256]))).toEqual(sums);
  });

  it('has mode, owner and size of every file and directory', () => {
    const format =
      "find / -xdev \\( -type f -o -type d \\) ! -path '/dev*' ! -path '/proc*' ! -path '/sys*' ! -path '/etc*' ! -path /.dockerenv -printf '%p %m %U %G\\n'";
    for (const line of lines(inImage(format))) {
      const [path = '', mode = '', uid, gid] = line.split(' ');
      const entry = index.entries.get(path);
      expect([path, entry?.mode, entry?.uid, entry?.gid]).toEqual([
        path,
        Number.parseInt(mode, 8),
        Number(uid),
        Number(gid),
      ]);
    }
  });

  it('has links with their targets, packages and who is who', () => {
    expect(index.entries.get('/bin')).toMatchObject({ type: 'symlink', linkTarget: 'usr/bin' });
    expect(index.entries.get('/')).toMatchObject({ type: 'directory' });
    expect([...index.packages].sort()).toEqual(lines(inImage("dpkg-query -W -f '${Package}\\n'")).sort());
    expect(index.passwd).toBe(inImage('cat /etc/passwd'));
    expect(index.group).toBe(inImage('cat /etc/group'));
    expect(index.osRelease).toBe(inImage('cat /etc/os-release'));
  });

  it('leaves out what docker puts in', () => {
    const paths = [...index.entries.keys()];
    expect(paths).not.toContain('/.dockerenv');
    expect(paths.filter((path) => /^\/(dev|proc|sys)\/./.test(path))).toEqual([]);
  });

  it('leaves no container behind', async () => {
    const left = await docker.listContainers({ all: true, filters: { ancestor: [image.id], label: ['slipway'] } });
    expect(left.filter(({ Names }) => Names.some((name) => name.startsWith('/slipway-index-')))).toEqual([]);
  });

  it('is kept on disk and read again, unless the file is unusable', async () => {
    const directory = join(cache, 'slipway', 'base-index');
    expect(await readdir(directory)).toEqual([`${image.id.slice(7)}.json`]);
    const job = recordingJob();
    expect(await host.indexImage(image, job)).toEqual(index);
    expect(job.events).toEqual([]);
    await writeFile(join(directory, `${image.id.slice(7)}.json`), '{"version":1,"entries":[');
    expect(await host.indexImage(image, job)).toEqual(index);
    expect(job.events).toHaveLength(1);
  });

  it('stops when cancelled and leaves no container', async () => {
    await rm(join(cache, 'slipway'), { recursive: true });
    const job = recordingJob((_event, cancel) => cancel());
    await expect(host.indexImage(image, job)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('ensureImage', () => {
  it('says that a base image is missing', async () => {
    const attempt = host.ensureImage('localhost:1/slipway/none:1', 'x86_64', recordingJob());
    await expect(attempt).rejects.toMatchObject({ code: 'docker.base-missing' });
  });

  it('says that a base image is made for another machine', async () => {
    const name = `slipway-test/other-machine:${process.pid}`;
    await loadImage(name, 's390x');
    try {
      const attempt = host.ensureImage(name, 'x86_64', recordingJob());
      await expect(attempt).rejects.toMatchObject({
        code: 'docker.base-mismatch',
        message: expect.stringContaining('s390x'),
      });
    } finally {
      await docker.getImage(name).remove();
    }
  });
});

/** An image as "docker save" writes it, with one empty layer: the only way to one of another architecture offline. */
async function loadImage(name: string, architecture: string): Promise<void> {
  const layer = Buffer.alloc(1024);
  const diffId = `sha256:${createHash('sha256').update(layer).digest('hex')}`;
  const config = { architecture, os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [diffId] } };
  const manifest = [{ Config: 'config.json', RepoTags: [name], Layers: ['layer.tar'] }];
  const archive = tarOf({
    'manifest.json': JSON.stringify(manifest),
    'config.json': JSON.stringify(config),
    'layer.tar': layer,
  });
  for await (const _ of await docker.loadImage(archive));
}
