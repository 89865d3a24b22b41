import { expect, it } from 'vitest';
import { SlipwayError } from '../../shared/errors.ts';
import type { Question } from '../../shared/model/events.ts';
import type { SecretName } from '../../shared/model/secret-name.ts';
import type { JobContext } from '../engine/job-context.ts';
import { createMemorySecrets } from '../local/secret-store.ts';
import { withRememberedAnswers } from './remembered-answers.ts';

const question: Question = { kind: 'password', user: 'deploy', host: 'portal' };
const name = { kind: 'password', of: 'deploy@portal' } as const;

/** A person who answers everything with one word, and the kept secrets. */
function scene() {
  const store = createMemorySecrets('There is no keychain.');
  const asked: Question[] = [];
  const job: JobContext = {
    signal: new AbortController().signal,
    emit: () => undefined,
    async ask(one) {
      asked.push(one);
      return 'typed';
    },
  };
  const secrets = {
    recall: async (input: { name: SecretName }) => store.recall(input.name),
    forget: async (input: { name: SecretName }) => ({ forgotten: store.forget(input.name) }),
  };
  return { store, asked, job, run: withRememberedAnswers.bind(undefined, secrets, job) };
}

it('answers with what was kept, without asking', async () => {
  const { store, asked, run } = scene();
  store.save(name, 'kept');
  expect(await run((job) => job.ask(question))).toBe('kept');
  expect(asked).toEqual([]);
});

it('asks the person where nothing was kept, and for what is never kept', async () => {
  const { asked, run } = scene();
  const prompt: Question = { kind: 'prompt', host: 'portal', text: 'Code:', echo: false };
  expect(await run((job) => job.ask(question))).toBe('typed');
  expect(await run((job) => job.ask(prompt))).toBe('typed');
  expect(asked).toEqual([question, prompt]);
});

it('asks the person where the keychain does not open what was kept, says so, and leaves it', async () => {
  const { asked, job } = scene();
  const forgotten: SecretName[] = [];
  const locked: Parameters<typeof withRememberedAnswers>[0] = {
    recall: async () => ({ kind: 'unreadable' }),
    forget: async (input) => forgotten.push(input.name),
  };
  const refused = withRememberedAnswers(locked, job, async (asking) => {
    await asking.ask(question);
    await asking.ask({ ...question, refused: true });
    throw new SlipwayError('server.auth', 'No.');
  });
  await expect(refused).rejects.toMatchObject({ code: 'server.auth' });
  expect(asked).toEqual([
    { ...question, unreadable: true },
    { ...question, refused: true },
  ]);
  expect(forgotten).toEqual([]);
});

it('asks the person where what was kept was wrong', async () => {
  const { store, asked, run } = scene();
  store.save(name, 'stale');
  expect(await run(async (job) => [await job.ask(question), await job.ask(question)])).toEqual(['stale', 'typed']);
  expect(asked).toEqual([question]);
});

it('forgets what was refused, and nothing when something else fails', async () => {
  const { store, run } = scene();
  store.save(name, 'kept');
  const failWith = (code: 'server.dropped' | 'server.auth') =>
    run(async (job) => {
      await job.ask(question);
      throw new SlipwayError(code, 'No.');
    });
  await expect(failWith('server.dropped')).rejects.toMatchObject({ code: 'server.dropped' });
  expect(store.list()).toEqual([{ name, kept: 'this-run' }]);
  await expect(failWith('server.auth')).rejects.toMatchObject({ code: 'server.auth' });
  expect(store.list()).toEqual([]);
});

it('forgets what a Docker host over SSH refused', async () => {
  const { store, run } = scene();
  store.save(name, 'kept');
  const refused = run(async (job) => {
    await job.ask(question);
    const cause = new SlipwayError('server.auth', 'No.');
    throw new SlipwayError('docker.refused', 'Docker host farm: No.', { cause });
  });
  await expect(refused).rejects.toMatchObject({ code: 'docker.refused' });
  expect(store.list()).toEqual([]);
});

it('forgets what was refused as soon as it is asked for again', async () => {
  const { store, asked, run } = scene();
  store.save(name, 'wrong');
  const again: Question = { ...question, refused: true };
  const answers = await run(async (job) => [await job.ask(question), await job.ask(again)]);
  expect(answers).toEqual(['wrong', 'typed']);
  expect(asked).toEqual([again]);
  expect(store.recall(name)).toEqual({ kind: 'none' });
});

it('forgets a mistyped answer that was to be remembered, and asks the person', async () => {
  const { store, asked, run } = scene();
  const again: Question = { ...question, refused: true };
  await run(async (job) => {
    await job.ask(question);
    store.save(name, 'mistyped');
    expect(await job.ask(again)).toBe('typed');
  });
  expect(asked).toEqual([question, again]);
  expect(store.recall(name)).toEqual({ kind: 'none' });
});
