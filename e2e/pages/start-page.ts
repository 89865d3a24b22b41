import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

export function startPage({ page, say, heading }: WizardPage) {
  const demo = page.getByRole('region', { name: say('start.demo.title') });
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
    async startDemo() {
      await demo.getByRole('button', { name: say('start.demo.start'), exact: true }).click();
    },
    /** What the demo server's start tells of itself; a step may be over soon, and `expect` looks but once a second. */
    demoTells: (text: string) => demo.getByText(text).waitFor({ timeout: 500_000 }),
    async cancelDemo() {
      await demo.getByRole('button', { name: say('jobs.cancel'), exact: true }).click();
      const job = demo.getByRole('group', { name: say('start.demo.starting') });
      await expect(job.getByRole('status')).toContainText(say('jobs.status.cancelled'));
    },
    async removeDemo() {
      await demo.getByRole('button', { name: say('start.demo.stop'), exact: true }).click();
      await expect(page.getByText(say('start.demo.stopped'))).toBeVisible();
    },
    /** That there is none, and that one can be started. */
    offersDemo: () => expect(demo.getByRole('button', { name: say('start.demo.start'), exact: true })).toBeVisible(),
    demo,
    recent: (name: string) => page.getByRole('region', { name: say('start.recent') }).getByText(name, { exact: true }),
  };
}
