import { expect, it, vi } from 'vitest';
import { createCloseQuestion } from './close-question.ts';

function setUp(running: number) {
  const answers: ((answer: boolean) => void)[] = [];
  const parts = {
    jobs: vi.fn(() => running),
    ask: vi.fn(() => new Promise<boolean>((resolve) => answers.push(resolve))),
    close: vi.fn(),
  };
  const answer = async (value: boolean) => {
    answers.shift()?.(value);
    await vi.waitFor(() => expect(answers).toEqual([]));
    await Promise.resolve();
  };
  return { ...parts, answer, question: createCloseQuestion(parts) };
}

it('asks nothing while nothing runs', () => {
  const { question, ask } = setUp(0);
  expect(question.holds()).toBe(false);
  expect(ask).not.toHaveBeenCalled();
});

it('asks once, and closes when the person says so', async () => {
  const { question, ask, answer, close } = setUp(2);
  expect([question.holds(), question.holds()]).toEqual([true, true]);
  expect(ask.mock.calls).toEqual([[2]]);
  expect(close).not.toHaveBeenCalled();
  await answer(true);
  expect(close).toHaveBeenCalledTimes(1);
  expect(question.holds()).toBe(false);
});

it('stays open when the person says so, and asks again the next time', async () => {
  const { question, ask, answer, close } = setUp(1);
  question.holds();
  await answer(false);
  expect(close).not.toHaveBeenCalled();
  expect(question.holds()).toBe(true);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('asks nothing where the system ends the session', () => {
  const { question, ask } = setUp(1);
  question.skip();
  expect(question.holds()).toBe(false);
  expect(ask).not.toHaveBeenCalled();
});
