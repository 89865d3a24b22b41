import { resolve } from 'node:path';
import type { containersContract } from '../../../shared/contract/containers.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { RunningContainer } from '../../../shared/model/containers.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { OpenedDockerHost } from '../docker/opened-host.ts';
import type { EngineOf } from '../engine-of.ts';
import { openDocker } from '../jobs/open-docker.ts';
import { requireHold } from '../projects/store/hold.ts';
import { plannedWorkload, readProjectRun } from './project-run.ts';
import { createSharedConnections } from './shared-connections.ts';
import { createShellSessions } from './shell-sessions.ts';

export type Containers = EngineOf<typeof containersContract>;

interface OneContainer {
  directory: string;
  container: string;
}

/** What docker itself grants where nobody says otherwise. */
const usualGraceSeconds = 10;

/**
 * See {@link Containers}. No container is touched that does not carry the label of the project's own run, and what
 * changes one rejects with `project.held` where another process has the project.
 */
export function watchRuns(): Containers {
  const connections = createSharedConnections(openDocker);
  const shells = createShellSessions();

  /** Works with the project's Docker host; `run` is what the last run left there. */
  async function onHost<Result>(
    directory: string,
    work: (host: OpenedDockerHost, run: string | undefined) => Promise<Result>,
  ): Promise<Result> {
    const { docker, run } = await readProjectRun(directory);
    const { host, release } = await connections.borrow(docker);
    try {
      const result = await work(host, run);
      release();
      return result;
    } catch (error) {
      release(error);
      throw error;
    }
  }

  async function changing<Result>(
    { directory, container }: OneContainer,
    work: (host: OpenedDockerHost, found: RunningContainer) => Promise<Result>,
  ): Promise<Result> {
    await requireHold(resolve(directory));
    return onHost(directory, async (host, run) => work(host, await find(host, run, container)));
  }

  /** A stream of a container; the connection is kept for as long as it is read. */
  async function* watch<Message>(
    { directory, container }: OneContainer,
    open: (host: OpenedDockerHost, id: string) => AsyncGenerator<Message, void>,
  ): AsyncGenerator<Message, void> {
    const { docker, run } = await readProjectRun(directory);
    const { host, release } = await connections.borrow(docker);
    try {
      yield* open(host, (await find(host, run, container)).id);
    } catch (error) {
      release(error);
      throw error;
    } finally {
      release();
    }
  }

  return {
    connect: async ({ directory }, job) => {
      const { docker } = await readProjectRun(directory);
      job.emit({ type: 'progress', step: 'connect', done: 0, unit: 'steps' });
      await connections.signIn(docker, job);
      return { host: docker.host ?? '' };
    },
    list: ({ directory }) => onHost(directory, async (host, run) => (run === undefined ? [] : host.containersOf(run))),
    stats: (input, signal) => watch(input, (host, id) => host.stats(id, signal)),
    logs: (input, signal) => watch(input, (host, id) => host.followLogs(id, input.tail, signal)),
    start: (input) => changing(input, (host, { id }) => host.startContainer(id)),
    stop: (input) =>
      changing(input, async (host, { id, workload }) => {
        const planned = await plannedWorkload(input.directory, workload);
        await host.stopContainer(id, planned?.stop.graceSeconds ?? usualGraceSeconds);
      }),
    layers: ({ directory, image }) =>
      onHost(directory, async (host) => {
        const workload = await host.workloadOf(image);
        if (workload === undefined) throw notOurs(image);
        const planned = await plannedWorkload(directory, workload);
        return host.layers(image, planned?.strategy === 'scratch' ? undefined : planned?.base.image);
      }),
    shell: async function* (input, signal) {
      const holds = () => requireHold(resolve(input.directory));
      await holds();
      yield* watch(input, async function* (host, id) {
        yield* shells.follow(await host.openShell(id, input, signal), signal, holds);
      });
    },
    type: ({ session, text }) => shells.type(session, text),
    resize: ({ session, ...size }) => shells.resize(session, size),
  };
}

/** By id or name, among those of the run alone. */
async function find(host: OpenedDockerHost, run: string | undefined, container: string): Promise<RunningContainer> {
  const all = run === undefined ? [] : await host.containersOf(run);
  const found = all.find(({ id, name }) => id === container || name === container);
  if (found !== undefined) return found;
  throw new SlipwayError('usage', sentence`This container is no longer there.`, {
    hint: sentence`It went with its run, or was removed by hand: run the project again.`,
  });
}

function notOurs(image: string): SlipwayError {
  return new SlipwayError(
    'usage',
    sentence`${JSON.stringify(image.slice(0, 200))} is no image that Slipway built here.`,
    {
      hint: sentence`Run the project again: the image may have been removed from the Docker host.`,
    },
  );
}
