import { expect } from '@playwright/test';
import { openPage, test } from '../../app/fake-pages.ts';
import { planPage } from '../../pages/plan-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { wizardPage } from '../../pages/wizard-page.ts';
import { scenePath } from '../../screens/scene.ts';

const say = textsOf('en');

// As low as a window may become: answers would come below its edge.
test.use({ viewport: { width: 1000, height: 640 }, contextOptions: { reducedMotion: 'reduce' } });

test.beforeEach(async ({ page, fakePages }, { title }) => {
  const step = title.includes('workload') ? 'plan' : 'connect';
  const path = scenePath({ name: step, step, query: 'pace=0' }, { theme: 'light', language: 'en' });
  await openPage(page, new URL(path, fakePages).href);
  await expect(wizardPage(page, say).heading(step)).toBeVisible();
});

test('the answer to a test comes into sight, and the focus stays', async ({ page }) => {
  const test = page.getByRole('button', { name: say('connect.test'), exact: true });
  await page.getByLabel(say('connect.host')).first().fill('refused-portal');
  await test.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeInViewport({ ratio: 0.9 });
  await expect(test).toBeFocused();
});

test('a field that appears is not complained about', async ({ page }) => {
  await page.getByLabel(say('connect.host')).first().fill('two words');
  await page.getByRole('button', { name: say('connect.test'), exact: true }).click();
  await expect(page.getByText(say('connect.wrong.host'))).toBeVisible();
  await page.getByRole('radio', { name: say('connect.methodKey') }).check();
  await expect(page.getByText(say('connect.wrong.keyFile'))).toBeHidden();
  await page.getByRole('button', { name: say('connect.test'), exact: true }).click();
  await expect(page.getByText(say('connect.wrong.keyFile'))).toBeVisible();
});

test('a workload that was left out is taken in again', async ({ page }) => {
  const plan = planPage(wizardPage(page, say));
  await expect(plan.workloads()).toHaveCount(1);
  await page.getByRole('button', { name: say('plan.leaveOutLabel', { name: 'portal' }) }).click();
  await expect(page.getByText(say('plan.empty.chosen.title'))).toBeVisible();
  await page.getByRole('button', { name: say('plan.skipped.takeInLabel', { name: 'portal' }) }).click();
  await expect(plan.workloads()).toHaveCount(1);
});
