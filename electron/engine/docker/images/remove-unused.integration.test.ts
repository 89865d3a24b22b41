import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDockerHost } from '../open.ts';
import type { OpenedDockerHost } from '../opened-host.ts';
import { engineUnderTest, plainDocker, recordingJob, tarOf } from '../testing/engine.ts';

// A real Docker engine; every image is marked with this run, and removed at the end.
const docker = plainDocker();
const run = `test-unused-${randomUUID()}`;
let host: OpenedDockerHost;
beforeAll(async () => {
  host = await openDockerHost(engineUnderTest(), recordingJob());
});
afterAll(async () => {
  const filters = { label: [`mark=${run}`] };
  for (const { Id } of await docker.listContainers({ all: true, filters }))
    await docker.getContainer(Id).remove({ force: true });
  await host.removeImages((await docker.listImages({ filters })).map(({ Id }) => Id));
  await host.close();
});

/** An image like those of a run, unless its label says otherwise. */
async function imageOf(content: string, label?: string): Promise<{ tag: string; id: string }> {
  const tag = `slipway/${run}:${content}`;
  const labels = { slipway: label ?? tag, mark: run };
  const context = tarOf({ Dockerfile: 'FROM scratch\nADD content /\nCMD ["/content"]\n', content });
  const outcome = await host.build({ workload: 'w', tag, labels, context }, recordingJob());
  if (outcome.kind !== 'built') throw new Error(outcome.message);
  return { tag, id: outcome.imageId };
}

const isThere = (id: string) =>
  docker
    .getImage(id)
    .inspect()
    .then(
      () => true,
      () => false,
    );

it('removes images of ours that nobody uses, and tells their names', async () => {
  const [one, other] = [await imageOf('one'), await imageOf('other')];
  expect(await host.removeUnused([one.id, `sha256:${'0'.repeat(64)}`])).toEqual([one.tag]);
  expect([await isThere(one.id), await isThere(other.id)]).toEqual([false, true]);
});

it('keeps what a container uses, also a stopped one', async () => {
  const { tag, id } = await imageOf('used');
  await docker.createContainer({ Image: tag, Labels: { mark: run } });
  expect(await host.removeUnused([id])).toEqual([]);
  expect(await isThere(id)).toBe(true);
});

it('keeps what somebody gave another name, and what is not ours', async () => {
  const named = await imageOf('named');
  await docker.getImage(named.id).tag({ repo: 'registry.example/portal', tag: run });
  const foreign = await imageOf('foreign', 'somebody else');
  expect(await host.removeUnused([named.id, foreign.id])).toEqual([]);
  expect([await isThere(named.id), await isThere(foreign.id)]).toEqual([true, true]);
});
