import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

export function startPage({ page, say, heading }: WizardPage) {
  return {
    /** Makes a project, which leads on to Connect. */
    async create(name: string, folder: string) {
      await page
        .getByRole('button', { name: say('start.new'), exact: true })
        .first()
        .click();
      await page.getByRole('textbox', { name: say('start.name') }).fill(name);
      await page.getByRole('textbox', { name: say('start.folder') }).fill(folder);
      await page.getByRole('button', { name: say('start.create') }).click();
      await expect(heading('connect')).toBeVisible();
    },
    recent: (name: string) => page.getByRole('region', { name: say('start.recent') }).getByText(name, { exact: true }),
  };
}
