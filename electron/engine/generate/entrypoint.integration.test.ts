import type { Container } from 'dockerode';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plainDocker, tarOf } from '../docker/testing/engine.ts';
import { workload } from './__fixtures__/plans.ts';
import { ENTRYPOINT_FILE, entrypointScript } from './entrypoint.ts';

const docker = plainDocker();
const image = 'debian:bookworm-slim';
const containers: Container[] = [];

afterEach(async () => {
  for (const container of containers.splice(0)) await container.remove({ force: true });
});

/** A daemon that leaves nothing behind but itself: no pid file. Its child must not be taken for it. */
const daemon = `
  trap 'echo told HUP' HUP
  trap 'echo told TERM; exit 0' TERM
  sleep 600 &
  echo ready
  while :; do sleep 0.1; done`;

/** Runs the entrypoint under the engine's init, as Slipway's containers do, with a command that leaves a daemon behind. */
async function start(command: string): Promise<Container> {
  const container = await docker.createContainer({
    Image: image,
    Entrypoint: ['/bin/sh', `/${ENTRYPOINT_FILE}`],
    Cmd: ['/bin/sh', '-c', command],
    HostConfig: { Init: true, NetworkMode: 'none' },
  });
  containers.push(container);
  const files = { [ENTRYPOINT_FILE]: entrypointScript(workload({ follow: {} })), 'daemon.sh': daemon };
  await container.putArchive(tarOf(files), { path: '/' });
  await container.start();
  return container;
}

async function logsOf(container: Container): Promise<string> {
  return (await container.logs({ stdout: true, stderr: true })).toString('latin1');
}

async function says(container: Container, text: string): Promise<void> {
  await vi.waitFor(async () => expect(await logsOf(container)).toContain(text), { timeout: 60_000, interval: 200 });
}

describe('a daemon without a pid file', () => {
  it('is found by what is left behind, is told of signals, and ends the container when it stops', async () => {
    const container = await start('sh /daemon.sh &');
    await says(container, 'ready');
    // The entrypoint looks for it once a second: a signal before that is kept for it.
    await container.kill({ signal: 'SIGHUP' });
    await says(container, 'told HUP');
    await container.kill({ signal: 'SIGTERM' });
    expect(await container.wait()).toMatchObject({ StatusCode: 0 });
    expect(await logsOf(container)).toContain('told TERM');
  });

  it('is followed when another one took its place', async () => {
    const container = await start('(sleep 2; sh /daemon.sh &) &');
    await says(container, 'ready');
    await container.kill({ signal: 'SIGHUP' });
    await says(container, 'told HUP');
    expect((await container.inspect()).State.Running).toBe(true);
  });

  it('ends the container with an error when it dies by itself', async () => {
    const container = await start('sleep 3 &');
    expect(await container.wait()).toMatchObject({ StatusCode: 1 });
    expect(await logsOf(container)).toMatch(/process \d+\) ended by itself/);
  });
});
