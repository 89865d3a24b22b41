import type { Locator } from '@playwright/test';
import type { Say } from './texts.ts';

/** Takes a project over from the program that the bar names, and says yes to the question. */
export async function takeOver(bar: Locator, say: Say): Promise<void> {
  const name = say('app.held.takeOver');
  await bar.getByRole('button', { name }).click();
  await bar.page().getByRole('dialog').getByRole('button', { name }).click();
}
