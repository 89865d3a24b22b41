import type { Page } from '@playwright/test';
import { editPage } from '../../pages/edit-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { type WizardPage, wizardPage } from '../../pages/wizard-page.ts';
import { largeWorkload } from './large-project.ts';
import { type LongestTask, longestTaskDuring } from './longest-task.ts';

/** What a person did, and how long the page was blocked by it at most. */
export interface Measured extends LongestTask {
  what: string;
}

/** Between two keys: a quick typist. */
const keyDelay = 60;
/** Long enough for everything that waits until typing pauses. */
const afterwards = 2500;

/** Does in the app what must never block it, with a large project open. */
export async function measureSmoothness(page: Page): Promise<Measured[]> {
  const wizard = wizardPage(page, textsOf('en'));
  const measured: Measured[] = [];
  const measure = async (what: string, act: () => Promise<void>) => {
    const longest = await longestTaskDuring(page, async () => {
      await act();
      await page.waitForTimeout(afterwards);
    });
    measured.push({ what, ...longest });
  };
  await measureTable(wizard, measure);
  await measureTree(wizard, measure);
  await measureTyping(wizard, measure);
  return measured;
}

type Measure = (what: string, act: () => Promise<void>) => Promise<void>;

async function measureTable({ page, say, goTo }: WizardPage, measure: Measure): Promise<void> {
  await goTo('inventory');
  await page.getByRole('tab', { name: say('inventory.tabs.processes') }).click();
  const table = page.getByRole('grid', { name: say('inventory.tabs.processes') });
  await table.waitFor();
  await measure('5,000 processes: scroll', async () => {
    await table.hover();
    await scroll(page);
  });
  await measure('5,000 processes: search, sort', async () => {
    await page.getByRole('searchbox', { name: say('components.table.search') }).pressSequentially('apache', slowly);
    await table.getByRole('button', { name: say('inventory.columns.user'), exact: true }).click();
  });
}

async function measureTree({ page, say, goTo }: WizardPage, measure: Measure): Promise<void> {
  const tree = page.getByRole('tree', { name: say('plan.files.tree', { name: largeWorkload }) });
  const search = page.getByRole('textbox', { name: say('components.tree.search') });
  await measure('200,000 files: open', async () => {
    await goTo('plan');
    await page.getByRole('tab', { name: say('plan.tabs.files') }).click();
    await tree.waitFor(patiently);
  });
  await measure('200,000 files: search', async () => {
    await search.pressSequentially('document-1', slowly);
    await tree.and(page.locator('[aria-busy="false"]')).waitFor(patiently);
  });
  await measure('200,000 files: scroll', async () => {
    await tree.hover();
    await scroll(page);
  });
  await search.clear();
  await measure('200,000 files: expand', async () => {
    await tree.focus();
    for (let opened = 0; opened < 12; opened += 1) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('End');
  });
  await measure('200,000 files: leave out, let in', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press(' ');
    await page.waitForTimeout(afterwards);
    await page.keyboard.press(' ');
  });
}

async function measureTyping(wizard: WizardPage, measure: Measure): Promise<void> {
  const { page, goTo } = wizard;
  await goTo('edit');
  const editor = editPage(wizard);
  for (const [path, text] of Object.entries(texts)) {
    await editor.open(path);
    const code = page.locator('.monaco-editor').first();
    await code.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await measure(`type ${text.length} characters: ${path}`, () => page.keyboard.type(text, slowly));
  }
}

const slowly = { delay: keyDelay };
/** The bench measures how long the page is blocked, not how long it works. */
const patiently = { timeout: 120_000 };

async function scroll(page: Page): Promise<void> {
  for (let turn = 0; turn < 120; turn += 1) {
    await page.mouse.wheel(0, turn < 80 ? 400 : -700);
    await page.waitForTimeout(16);
  }
}

const dockerfile = [
  '# Tools that the nightly report needs, and the folder it is written to.',
  'RUN install -d -o www-data -g www-data /var/lib/portal/reports',
  'ENV REPORT_LANGUAGE=en REPORT_FOLDER=/var/lib/portal/reports',
  'LABEL org.opencontainers.image.title="portal"',
  'EXPOSE 8080/tcp',
];
const yaml = [
  'x-report:',
  'environment:',
  'REPORT_LANGUAGE: en',
  'REPORT_FOLDER: /var/lib/portal/reports',
  'REPORT_HOURS: "6,12,18"',
  '# Who gets it, by the address in the directory.',
  'REPORT_TO: operations',
  'REPORT_FROM: portal',
  'REPORT_SUBJECT: "Requests of the day, by page"',
];

/** What is typed into which file; the editor indents by itself. */
const texts: Record<string, string> = {
  [`workloads/${largeWorkload}/Dockerfile`]: dockerfile.join('\n'),
  'compose.yaml': yaml.join('\n'),
  'slipway.yaml': yaml.join('\n'),
};
