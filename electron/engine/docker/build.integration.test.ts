import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDockerHost } from './open.ts';
import type { OpenedDockerHost } from './opened-host.ts';
import {
  type EngineProxy,
  engineUnderTest,
  plainDocker,
  proxyEngine,
  type RecordingJob,
  recordingJob,
  removeAllOf,
  tarOf,
} from './testing/engine.ts';

const base = 'debian:bookworm-slim';
const docker = plainDocker();
let run: string;
let proxy: EngineProxy | undefined;

beforeEach(() => {
  run = `test-build-${randomUUID()}`;
});
afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  const host = await openDockerHost(engineUnderTest(), recordingJob());
  await removeAllOf(host, run);
  // A build whose host went away cannot be swept by the code under test; the engine may be at removing it by itself.
  await vi.waitUntil(async () => {
    const { containers, images } = await leftovers();
    const all = [...containers.map((id) => docker.getContainer(id)), ...images.map((id) => docker.getImage(id))];
    for (const one of all) await one.remove({ force: true }).catch(() => undefined);
    return all.length === 0;
  }, 60_000);
});

/** Marks every image and container of the build, so that whatever is left of it can be found. */
function dockerfile(...lines: string[]): string {
  return [`FROM ${base}`, `ENV SLIPWAY_TEST=${run}`, ...lines, ''].join('\n');
}

function build(host: OpenedDockerHost, job: RecordingJob, files: Record<string, string | Buffer>) {
  const labels = { slipway: run, 'slipway.workload': 'w' };
  return host.build({ workload: 'w', tag: `slipway-test/${run}:1`, labels, context: tarOf(files) }, job);
}

async function leftovers(): Promise<{ images: string[]; containers: string[] }> {
  const mark = `SLIPWAY_TEST=${run}`;
  const images = await docker.listImages({ all: true });
  const containers = await docker.listContainers({ all: true });
  return {
    images: await withMark(
      images.map(({ Id }) => Id),
      async (id) => (await docker.getImage(id).inspect()).Config.Env,
      mark,
    ),
    containers: await withMark(
      containers.map(({ Id }) => Id),
      async (id) => (await docker.getContainer(id).inspect()).Config.Env,
      mark,
    ),
  };
}

/** Others use the engine too: what goes while it is looked at is not ours. */
async function withMark(
  ids: string[],
  environmentOf: (id: string) => Promise<string[] | null | undefined>,
  mark: string,
) {
  const found: string[] = [];
  for (const id of ids) {
    const environment = await environmentOf(id).catch((): string[] => []);
    if (environment?.includes(mark) === true) found.push(id);
  }
  return found;
}

describe('build', () => {
  it('builds, labels, reports and removes', async () => {
    const job = recordingJob();
    const host = await openDockerHost(engineUnderTest(), job);
    const outcome = await build(host, job, { Dockerfile: dockerfile('RUN echo made > /made') });
    expect(outcome).toMatchObject({ kind: 'built', imageId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
    const image = await docker.getImage(`slipway-test/${run}:1`).inspect();
    expect(image.Config.Labels).toMatchObject({ slipway: run, 'slipway.workload': 'w' });
    expect(job.events).toContainEqual({
      type: 'log',
      step: 'build',
      workload: 'w',
      text: 'Step 3/5 : RUN echo made > /made',
    });
    await removeAllOf(host, run);
    expect(await leftovers()).toEqual({ images: [], containers: [] });
  });

  it('gives a failing instruction as a value and leaves nothing', async () => {
    const job = recordingJob();
    const host = await openDockerHost(engineUnderTest(), job);
    const outcome = await build(host, job, {
      Dockerfile: dockerfile('RUN echo one', 'RUN echo why >&2; exit 3', 'RUN echo two'),
    });
    expect(outcome).toMatchObject({ kind: 'failed', instruction: 'RUN echo why >&2; exit 3' });
    expect(outcome).toMatchObject({
      message: expect.stringContaining('non-zero code: 3'),
      log: expect.stringContaining('why'),
    });
    expect(await leftovers()).toEqual({ images: [], containers: [] });
  });

  it('gives a Dockerfile that does not parse as a value', async () => {
    const job = recordingJob();
    const host = await openDockerHost(engineUnderTest(), job);
    expect(await build(host, job, { Dockerfile: 'FORM debian\n' })).toMatchObject({ kind: 'failed' });
    expect(await build(host, job, { other: '' })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('Dockerfile'),
    });
  });

  it('leaves nothing when cancelled in a RUN', async () => {
    const job = recordingJob((event, cancel) => {
      if (event.type === 'log' && event.text.includes('underway')) cancel();
    });
    const host = await openDockerHost(engineUnderTest(), recordingJob());
    const attempt = build(host, job, { Dockerfile: dockerfile('RUN echo a > /a', 'RUN echo under""way; sleep 1000') });
    await expect(attempt).rejects.toMatchObject({ name: 'AbortError' });
    expect(await leftovers()).toEqual({ images: [], containers: [] });
  });

  it('leaves nothing when cancelled in an ADD, which the engine does not interrupt', async () => {
    const job = recordingJob((event, cancel) => {
      if (event.type === 'log' && event.text.includes(': ADD')) cancel();
    });
    const host = await openDockerHost(engineUnderTest(), recordingJob());
    const files = {
      big: Buffer.alloc(200 * 1024 * 1024, run),
      Dockerfile: dockerfile('ADD big /big', 'CMD ["true"]', 'LABEL a=b'),
    };
    await expect(build(host, job, files)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await leftovers()).toEqual({ images: [], containers: [] });
  });

  it('tells a host that goes away from a build that fails', async () => {
    proxy = await proxyEngine();
    const job = recordingJob((event) => {
      if (event.type === 'log' && event.text.includes('underway')) proxy?.die();
    });
    const host = await openDockerHost(`tcp://127.0.0.1:${proxy.port}`, recordingJob());
    const attempt = build(host, job, { Dockerfile: dockerfile('RUN echo under""way; sleep 1000') });
    await expect(attempt).rejects.toMatchObject({ code: 'docker.dropped' });
  });
});
