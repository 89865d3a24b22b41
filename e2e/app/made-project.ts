import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { emptyPlan, emptyWorkload } from '../../shared/testing/empty-plan.ts';
import type { Step } from '../pages/wizard-page.ts';
import type { Home } from './places.ts';

/** A folder with a plan of one workload, as the command line leaves it: the app makes a project of it. */
export async function makeProject(home: Home): Promise<string> {
  const directory = join(home.path, 'portal');
  await mkdir(join(directory, 'workloads/portal'), { recursive: true });
  const plan = emptyPlan([emptyWorkload()], {
    pods: [{ name: 'portal', workloads: ['portal'], sharedDirectories: [], reason: '' }],
  });
  await writeFile(join(directory, 'slipway.yaml'), JSON.stringify(plan, null, 2));
  await writeFile(join(directory, 'workloads/portal/Dockerfile'), 'FROM debian:bookworm-slim\n');
  return directory;
}

/** Goes to a step of a project by the page's address. */
export async function goToProject(page: Page, directory: string, step: Step): Promise<void> {
  // Only what is there already follows its address.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const hash = `#/${step}?${new URLSearchParams({ project: directory })}`;
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
}
