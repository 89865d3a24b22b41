import { describe, expect, it } from 'vitest';
import { emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import type { ContainerState, DockerContainer } from './docker-host.ts';
import { recordingJob } from './testing/engine.ts';
import { judge, usualPatience, waitHealthy } from './wait-healthy.ts';

const running: ContainerState = { running: true, exitCode: undefined, oomKilled: false, error: '', pid: 1 };
const swift = { deadline: 50, steady: 5, firstPause: 1, longestPause: 5 };

/** A container whose sockets and states are told, one after the other; the last ones stay. */
function containerWith(sockets: (string | undefined)[], states: ContainerState[] = [running]): DockerContainer {
  const next = <T>(list: T[]): T => (list.length > 1 ? list.shift() : list[0]) as T;
  const never = async (): Promise<never> => {
    throw new Error('Not asked for here.');
  };
  return {
    id: 'id',
    name: 'name',
    start: never,
    state: async () => next(states),
    publishedPorts: async () => new Map(),
    logs: never,
    fileEnd: never,
    processes: never,
    exec: async () => {
      const output = next(sockets);
      return output === undefined ? undefined : { exitCode: 0, output };
    },
    dial: never,
    stop: never,
    remove: never,
  };
}

const listening = '0: 00000000:0FA0 00000000:0000 0A';
const service = emptyWorkload({ health: { kind: 'tcp', port: 4000 } });

describe('waitHealthy', () => {
  it('waits until the port is listened on', async () => {
    const container = containerWith(['', '', listening]);
    expect(await waitHealthy(container, service, recordingJob(), swift)).toEqual({ kind: 'healthy' });
  });

  it('sees that a container has ended', async () => {
    const ended = { ...running, running: false, exitCode: 3 };
    const container = containerWith([''], [running, ended]);
    expect(await waitHealthy(container, service, recordingJob(), swift)).toEqual({ kind: 'exited', state: ended });
  });

  it('does not call healthy what ends right after it answered', async () => {
    const ended = { ...running, running: false, exitCode: 0 };
    const outcome = await waitHealthy(containerWith([listening], [ended]), service, recordingJob(), swift);
    expect(outcome).toMatchObject({ kind: 'exited' });
  });

  it('gives up on a service that never listens', async () => {
    expect(await waitHealthy(containerWith(['']), service, recordingJob(), swift)).toEqual({ kind: 'unhealthy' });
  });

  it('takes a steady process where the image has no program to look with', async () => {
    expect(await waitHealthy(containerWith([undefined]), service, recordingJob(), swift)).toEqual({ kind: 'healthy' });
  });

  it('stops when cancelled', async () => {
    const job = recordingJob();
    job.cancel();
    await expect(waitHealthy(containerWith(['']), service, job, swift)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('judge', () => {
  it('waits for a service that complains, and leaves it to parity after the deadline', () => {
    expect(judge('answering', 0, usualPatience)).toBeUndefined();
    expect(judge('answering', usualPatience.deadline, usualPatience)).toEqual({ kind: 'healthy' });
  });
});
