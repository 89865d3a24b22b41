import type { Page } from '@playwright/test';
import { z } from 'zod';

/** The longest stretch in which the page could not answer, in milliseconds. */
export interface LongestTask {
  /** By the clock: with the time in which another program had the processor. */
  wall: number;
  /** What the page itself took of the processor. */
  cpu: number;
}

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds, as below. */
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.record(z.string(), z.unknown()).optional(),
});
type TraceEvent = z.infer<typeof eventSchema>;

/** Chromium's own name for one task of a thread, and for the thread that runs a page. */
const task = 'ThreadControllerImpl::RunTask';
const pageThread = 'CrRendererMain';

/** Does something with a page, and gives the longest task of the page's thread meanwhile, from Chromium's own trace. */
export async function longestTaskDuring(page: Page, act: () => Promise<void>): Promise<LongestTask> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...z.array(eventSchema.catch(other)).parse(value)));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] },
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return longestOf(events);
}

/** Events of another shape than a task's are none. */
const other: TraceEvent = { name: '', pid: 0, tid: 0 };

export function longestOf(events: readonly TraceEvent[]): LongestTask {
  const threads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === pageThread).map(threadOf),
  );
  const tasks = events.filter((event) => event.name === task && threads.has(threadOf(event)));
  if (tasks.length === 0) throw new Error("The trace holds none of the page's tasks.");
  return {
    wall: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    cpu: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  };
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
