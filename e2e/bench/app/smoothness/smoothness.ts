import type { Page } from '@playwright/test';
import type { FileShape } from '../../../../shared/testing/large.ts';
import { textsOf } from '../../../pages/texts.ts';
import { wizardPage } from '../../../pages/wizard-page.ts';
import { type Measured, measureInto } from './measure.ts';
import { measureTable } from './table.ts';
import { measureTree } from './tree.ts';
import { measureTyping } from './typing.ts';

/** Does in the app what must never block it, with a large project open; of one with a flat folder, what is of its tree. */
export async function measureSmoothness(page: Page, shape: FileShape): Promise<Measured[]> {
  const wizard = wizardPage(page, textsOf('en'));
  const measured: Measured[] = [];
  const measure = measureInto(measured, page);
  await wizard.heading('connect').waitFor();
  if (shape === 'flat') {
    await measureTree(wizard, (what, act) => measure(`200,000 files in one folder: ${what}`, act));
    return measured;
  }
  await measureTable(wizard, measure);
  await measureTree(wizard, (what, act) => measure(`200,000 files: ${what}`, act));
  await measureTyping(wizard, measure);
  return measured;
}
