import { expect, it } from 'vitest';
import { longestOf } from './longest-task.ts';

const thread = (pid: number, tid: number, name: string) => ({ name: 'thread_name', pid, tid, args: { name } });
const task = (pid: number, tid: number, dur: number, tdur: number) => ({
  name: 'ThreadControllerImpl::RunTask',
  ...{ pid, tid, dur, tdur },
});

it("finds the longest of the page's own tasks, by the clock and on the processor", () => {
  const events = [
    thread(7, 1, 'CrRendererMain'),
    thread(7, 2, 'Compositor'),
    task(7, 1, 9000, 4000),
    task(7, 1, 6000, 5500),
    task(7, 2, 90_000, 90_000),
    task(8, 1, 80_000, 80_000),
    { name: 'FunctionCall', pid: 7, tid: 1, dur: 70_000, tdur: 70_000 },
  ];
  expect(longestOf(events)).toEqual({ wall: 9, cpu: 5.5 });
});

it('does not take a trace without tasks for a page that never blocks', () => {
  expect(() => longestOf([thread(7, 1, 'CrRendererMain')])).toThrow(/none of the page/);
});
