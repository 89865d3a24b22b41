import { editPage } from '../../../pages/edit-page.ts';
import type { WizardPage } from '../../../pages/wizard-page.ts';
import { largeWorkload } from '../large-project.ts';
import { type Measure, slowly } from './measure.ts';

/** Typing in the editor, with everything that looks at the text meanwhile. */
export async function measureTyping(wizard: WizardPage, measure: Measure): Promise<void> {
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
