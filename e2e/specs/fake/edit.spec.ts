import { expect, type Page } from '@playwright/test';
import { openPage, test } from '../../app/fake-pages.ts';
import { textsOf } from '../../pages/texts.ts';
import { scenePath } from '../../screens/scene.ts';

// What somebody who knows an editor does by keyboard.

const say = textsOf('en');

test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' }, bypassCSP: true });

const dockerfile = 'workloads/portal/Dockerfile';
const editorOf = (page: Page, path: string) => page.locator(`.monaco-editor[data-uri$="/${path}"]`).first();
/** As the editor shows it: line by line, spaces as such. */
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.monaco-editor .view-line')]
      .sort((one, other) => one.offsetTop - other.offsetTop)
      .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')),
  );

async function openEdit(page: Page, fakePages: string) {
  const path = scenePath({ name: 'edit', step: 'edit', query: 'pace=0&edited' }, { theme: 'light', language: 'en' });
  await openPage(page, new URL(path, fakePages).href);
  await expect(editorOf(page, dockerfile)).toBeVisible({ timeout: 60_000 });
  await editorOf(page, dockerfile).click();
}

async function write(page: Page, text: string) {
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

test('a Dockerfile is put in order, and a stage renamed wherever it is named', async ({ page, fakePages }) => {
  await openEdit(page, fakePages);
  await write(page, 'from debian:12 as build\nRUN a && \\\nb   \nFROM debian:12\n\n\n\ncopy --from=build /a /b\n');
  await page.keyboard.press('Shift+Alt+F');
  const before = [
    'FROM debian:12 AS build',
    'RUN a && \\',
    '    b',
    'FROM debian:12',
    '',
    'COPY --from=build /a /b',
    '',
  ];
  await expect.poll(() => shown(page)).toEqual(before);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('F2');
  await expect(page.locator('.rename-box input')).toBeFocused();
  await write(page, 'maker');
  await page.keyboard.press('Enter');
  await expect.poll(() => shown(page)).toEqual(before.map((line) => line.replace('build', 'maker')));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await shown(page))[0]).toBe('from debian:12 as build');
});

test('F8 leads through the problems of all files and tells each', async ({ page, fakePages }) => {
  await openEdit(page, fakePages);
  await write(page, 'FROM debian:12\nRUN sudo ls\n');
  await expect(page.getByText(say('edit.problems.errors_other', { count: '2' }))).toBeVisible();
  await page.keyboard.press('F8');
  await expect(editorOf(page, 'compose.yaml')).toBeVisible();
  await expect(page.locator('.monaco-hover').getByText(say('edit.conflict.problem')).first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(editorOf(page, dockerfile)).toBeVisible();
  await expect(page.locator('.monaco-hover').getByText(say('dockerfile.rule.DL3004'))).toBeVisible();
  await page.keyboard.press('Shift+F8');
  await expect(editorOf(page, 'compose.yaml')).toBeVisible();
});

test('the last run is there again with its steps and its log', async ({ page, fakePages }) => {
  const path = scenePath({ name: 'run', step: 'run', query: 'pace=0' }, { theme: 'light', language: 'en' });
  await openPage(page, new URL(path, fakePages).href);
  await page.getByRole('tab', { name: say('run.tabs.log') }).click();
  const course = page.getByRole('group', { name: say('run.running', { name: 'portal' }) });
  await expect(course.getByText(say('jobs.step.build'), { exact: true })).toBeVisible();
  await expect(course.getByText(say('jobs.status.done'), { exact: true }).first()).toBeVisible();
  await expect(course.getByText('Successfully tagged slipway/portal')).toBeVisible();
});
