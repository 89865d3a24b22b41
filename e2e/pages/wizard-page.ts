import { expect, type Locator, type Page } from '@playwright/test';
import type { Say } from './texts.ts';

export type Step = 'start' | 'connect' | 'inventory' | 'plan' | 'edit' | 'run' | 'export';

/** What every step's page offers. */
export interface WizardPage {
  page: Page;
  say: Say;
  /** By the rail, as a person does. */
  goTo(step: Step): Promise<void>;
  /** The heading of a step: it is shown once its page is. */
  heading(step: Step): Locator;
}

export function wizardPage(page: Page, say: Say): WizardPage {
  const heading = (step: Step) => page.getByRole('heading', { level: 1, name: say(`${step}.title`) });
  return {
    page,
    say,
    heading,
    async goTo(step) {
      const rail = page.getByRole('navigation', { name: say('app.steps.label') });
      await rail.getByRole('button', { name: say(`app.steps.${step}`) }).click();
      await expect(heading(step)).toBeVisible();
    },
  };
}
