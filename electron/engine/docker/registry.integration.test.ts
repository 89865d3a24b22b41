import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BaseImage } from './docker-host.ts';
import { openDockerHost } from './open.ts';
import { engineUnderTest, plainDocker, recordingJob, tarOf } from './testing/engine.ts';
import { type RegistryUnderTest, registryAccount, startRegistry } from './testing/registry.ts';

const docker = plainDocker();
const { username, password } = registryAccount;
const run = `test-registry-${randomUUID()}`;
let registry: RegistryUnderTest;
let home: string;
/** The image in the registry by its tag and by its digest. */
let tagged: string;
let pinned: string;

beforeAll(async () => {
  registry = await startRegistry();
  tagged = `${registry.address}/company/base:12`;
  const context = tarOf({ Dockerfile: 'FROM scratch\nADD hello /\n', hello: run });
  await finished(await docker.buildImage(context, { t: tagged, labels: { slipway: run } }));
  const authconfig = { username, password, serveraddress: registry.address };
  await finished(await docker.getImage(tagged).push({ authconfig }));
  const [digest] = (await docker.getImage(tagged).inspect()).RepoDigests;
  if (digest === undefined) throw new Error('A pushed image has a digest.');
  pinned = digest;
});
afterAll(async () => {
  await registry.stop();
});

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'slipway-registry-home-'));
  await mkdir(join(home, '.docker'));
  await forget();
});
afterEach(async () => {
  await forget();
  await rm(home, { recursive: true });
});

/** The engine has nothing of the image, so that it must be pulled. */
async function forget(): Promise<void> {
  const images = await docker.listImages({ filters: { label: [`slipway=${run}`] } });
  // What was built upon another one goes first; of images of one second the engine tells any order.
  const parents = new Set(images.map(({ ParentId }) => ParentId));
  const isParent = ({ Id }: { Id: string }) => Number(parents.has(Id));
  for (const { Id } of images.sort((a, b) => isParent(a) - isParent(b)))
    await docker.getImage(Id).remove({ force: true });
}

async function finished(stream: NodeJS.ReadableStream): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(stream, (error) => (error ? reject(error) : resolve()));
  });
}

interface Ensured {
  image: BaseImage | undefined;
  error: unknown;
  /** All that a front end was told. */
  told: string;
}

/** Asks for an image with this in `~/.docker/config.json`. */
async function ensure(reference: string, config: object): Promise<Ensured> {
  await writeFile(join(home, '.docker/config.json'), JSON.stringify(config));
  const job = recordingJob();
  // The configuration is the one in this home, whatever the person's own shell says.
  const environment = { ...process.env, DOCKER_CONFIG: undefined };
  const host = await openDockerHost(engineUnderTest(), job, { home, environment });
  const { architecture } = await host.info();
  let image: BaseImage | undefined;
  let error: unknown;
  try {
    image = await host.ensureImage(reference, architecture, job);
  } catch (caught) {
    error = caught;
  } finally {
    await host.close();
  }
  return { image, error, told: JSON.stringify([job.events, error instanceof Error ? error.message : '']) };
}

function authOf(secret = password): string {
  return Buffer.from(`${username}:${secret}`).toString('base64');
}

function loggedIn(secret?: string): object {
  return { auths: { [registry.address]: { auth: authOf(secret) } } };
}

describe('a base image in a private registry with a port in its name', () => {
  it('is pulled with what docker login left in config.json, which is told to nobody', async () => {
    const { image, told } = await ensure(tagged, loggedIn());
    expect(image).toMatchObject({ reference: tagged, id: expect.stringMatching(/^sha256:/) });
    expect((await docker.getImage(tagged).inspect()).Id).toBe(image?.id);
    expect(told).toContain(`Pulling ${tagged}`);
    expect(told).not.toContain(password);
    expect(told).not.toContain(authOf());
  });

  it('is pulled with what a credential helper says', async () => {
    const helper = join(home, 'docker-credential-slipway-test');
    const answer = JSON.stringify({ ServerURL: registry.address, Username: username, Secret: password });
    await writeFile(helper, `#!/bin/sh\nread -r asked\n[ "$asked" = "${registry.address}" ] && echo '${answer}'\n`);
    await chmod(helper, 0o755);
    const path = process.env.PATH;
    process.env.PATH = `${home}:${path}`;
    const { image, told } = await ensure(tagged, { credHelpers: { [registry.address]: 'slipway-test' } });
    process.env.PATH = path;
    expect(image?.reference).toBe(tagged);
    expect(told).not.toContain(password);
  });

  it('is pulled by its digest, and built upon', async () => {
    const { image } = await ensure(pinned, loggedIn());
    expect(image?.reference).toBe(pinned);
    const host = await openDockerHost(engineUnderTest(), recordingJob());
    const context = tarOf({ Dockerfile: `FROM ${pinned}\nADD more /\n`, more: 'x' });
    const tag = `slipway-test/${run}:1`;
    const built = await host.build({ workload: 'w', context, tag, labels: { slipway: run } }, recordingJob());
    await host.close();
    expect(built).toMatchObject({ kind: 'built' });
  });

  it('is missing where the registry does not know the tag, in words that name it', async () => {
    const { error } = await ensure(`${registry.address}/company/base:nope`, loggedIn());
    expect(error).toMatchObject({
      code: 'docker.base-missing',
      message: expect.stringMatching(/company\/base:nope.*manifest unknown/),
      hint: expect.stringContaining('--base'),
    });
  });

  it.each([
    ['nobody logged in', () => ({})],
    ['the password is wrong', () => loggedIn('Capstan-13')],
  ])('is missing where %s, with what to do', async (_, config) => {
    const { error, told } = await ensure(tagged, config());
    expect(error).toMatchObject({
      code: 'docker.base-missing',
      message: expect.stringMatching(/no basic auth credentials|unauthorized/),
      hint: expect.stringContaining('docker login'),
    });
    expect(told).not.toContain('Capstan-13');
  });
});
