import { describe, expect, it } from 'vitest';
import { SlipwayError } from '../../../shared/errors.ts';
import { emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { fakeContainer } from '../verify/testing/fake-container.ts';
import type { DockerContainer, DockerHost } from './docker-host.ts';
import { runPod } from './run-pod.ts';
import { recordingJob } from './testing/engine.ts';
import { planOf } from './testing/plan.ts';

const members = ['front', 'back'].map((name) => emptyWorkload({ name }));

/** Runs a pod whose containers are given in their order. */
function run(...containers: DockerContainer[]) {
  const plan = planOf(members);
  const [pod] = plan.pods;
  if (pod === undefined) throw new Error('A plan has a pod.');
  const waiting = [...containers];
  // What starts a pod needs no more of a Docker host.
  const docker = {
    createVolume: async () => undefined,
    createContainer: async () => waiting.shift() ?? fakeContainer(),
  } as Partial<DockerHost> as DockerHost;
  const images = new Map(members.map(({ name }) => [name, 'image']));
  const request = { docker, run: 'r', plan, pod, images, environmentOf: () => [], filesOf: () => undefined };
  return runPod(request, recordingJob());
}

const ended = { running: false, exitCode: 3, oomKilled: false, error: '', pid: 0 };
const refused = new SlipwayError('docker.refused', 'cannot join network of a non running container');

function cannotJoin(removed: string[] = []): DockerContainer {
  return fakeContainer({
    start: () => Promise.reject(refused),
    remove: async () => void removed.push('back'),
  });
}

describe("a member that cannot join its pod's network", () => {
  it('is not what failed where the owner has ended: the owner is, with its own exit code and words', async () => {
    const owner = fakeContainer({ state: async () => ended, logs: async () => 'no such file: app.conf' });
    expect(await run(owner, cannotJoin())).toMatchObject({
      kind: 'failed',
      workload: 'front',
      reason: 'exited',
      exitCode: 3,
      log: 'no such file: app.conf',
    });
  });

  it("is the Docker host's fault where the owner runs, and nothing is left behind", async () => {
    const removed: string[] = [];
    const owner = fakeContainer({ remove: async () => void removed.push('front') });
    await expect(run(owner, cannotJoin(removed))).rejects.toBe(refused);
    expect(removed).toEqual(['back', 'front']);
  });
});
