import { describe, expect, it } from 'vitest';
import { createFakeEngine } from './fake-engine.ts';
import { portalDirectory } from './world.ts';

async function collect<Item>(stream: Promise<AsyncIterable<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of await stream) items.push(item);
  return items;
}

describe('the fake engine', () => {
  it('holds what was recorded, as the contract has it', async () => {
    const engine = createFakeEngine({ pace: 0 });
    const inProject = { directory: portalDirectory };
    expect((await engine.projects.facts(inProject)).processes.length).toBeGreaterThan(5);
    expect((await engine.projects.plan(inProject)).workloads.map(({ name }) => name)).toEqual(['portal']);
    expect(
      (await collect(engine.projects.evidence({ ...inProject, workload: 'portal' }))).flat().length,
    ).toBeGreaterThan(100);
    const messages = await collect(engine.projects.run(inProject));
    expect(messages.at(-1)).toMatchObject({ type: 'result' });
  });

  it('asks, and goes on with the answer', async () => {
    const engine = createFakeEngine({ pace: 0 });
    const server = { target: 'engineer@new-portal' };
    let job = '';
    const types: string[] = [];
    for await (const message of await engine.machine.testServer({ server })) {
      types.push(message.type);
      if (message.type === 'started') job = message.job;
      if (message.type === 'question') await engine.answer({ job, question: message.id, value: 'yes' });
    }
    expect(types).toEqual(['started', 'progress', 'question', 'result']);
  });

  it('stops a job that is cancelled', async () => {
    const engine = createFakeEngine({ pace: 5 });
    const messages = [];
    for await (const message of await engine.projects.run({ directory: portalDirectory })) {
      messages.push(message);
      if (message.type === 'started') await engine.cancel({ job: message.job });
    }
    expect(messages.at(-1)).toMatchObject({ type: 'error', error: { code: 'cancelled' } });
  });
});
