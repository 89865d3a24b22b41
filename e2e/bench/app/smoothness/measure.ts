import type { Page } from '@playwright/test';
import { type LongestTask, longestTaskDuring } from '../longest-task.ts';

/** What a person did, and how long the page was blocked by it at most. */
export interface Measured extends LongestTask {
  what: string;
}

export type Measure = (what: string, act: () => Promise<unknown>) => Promise<void>;

/** Long enough for everything that waits until typing pauses. */
export const afterwards = 2500;

/** Between two keys: a quick typist. */
export const slowly = { delay: 60 };

/** The bench measures how long the page is blocked, not how long it works. */
export const patiently = { timeout: 120_000 };

/** Measures one act after the other, each with what it sets off, and gathers the results. */
export function measureInto(measured: Measured[], page: Page): Measure {
  return async (what, act) => {
    const longest = await longestTaskDuring(page, async () => {
      await act();
      await page.waitForTimeout(afterwards);
    });
    measured.push({ what, ...longest });
  };
}

export async function scroll(page: Page): Promise<void> {
  for (let turn = 0; turn < 120; turn += 1) {
    await page.mouse.wheel(0, turn < 80 ? 400 : -700);
    await page.waitForTimeout(16);
  }
}
