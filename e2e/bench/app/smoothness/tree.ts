import { planPage } from '../../../pages/plan-page.ts';
import type { WizardPage } from '../../../pages/wizard-page.ts';
import { largeWorkload } from '../large-project.ts';
import { afterwards, type Measure, patiently, scroll, slowly } from './measure.ts';

/** The files of a large workload: looked through, and left out in every way there is. */
export async function measureTree(wizard: WizardPage, measure: Measure): Promise<void> {
  await measureLooking(wizard, measure);
  await measureChoosing(wizard, measure);
}

async function measureLooking(wizard: WizardPage, measure: Measure): Promise<void> {
  const { page, say, goTo } = wizard;
  const plan = planPage(wizard);
  const tree = plan.tree(largeWorkload);
  const search = page.getByRole('textbox', { name: say('components.tree.search') });
  const searchFor = async (text: string) => {
    await search.pressSequentially(text, slowly);
    await tree.and(page.locator('[aria-busy="false"]')).waitFor(patiently);
  };
  await measure('open the step', () => goTo('plan'));
  await measure('open the files', async () => {
    await plan.openTab('files');
    await tree.waitFor(patiently);
  });
  await measure('search', () => searchFor('document-1'));
  await measure('scroll what was found', async () => {
    await tree.hover();
    await scroll(page);
  });
  await measure('search what is in every folder', async () => {
    await search.clear();
    await searchFor('.txt');
    await search.clear();
  });
  await measure('open folder in folder', async () => {
    await tree.focus();
    for (const folder of ['srv', 'archive']) {
      await goToRow(wizard, folder);
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(500);
    }
    for (let opened = 0; opened < 8; opened += 1) await page.keyboard.press('ArrowRight');
  });
  await measure('scroll', async () => {
    await tree.hover();
    await scroll(page);
  });
  await measure('go by End, letter, parent, Home', async () => {
    for (const key of ['End', 'z', 'd', 'ArrowLeft', 'Home']) await page.keyboard.press(key, slowly);
  });
  await measure('list by size, by name', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await page.getByRole('checkbox', { name: say('plan.files.large') }).click();
      await page.waitForTimeout(afterwards);
    }
  });
}

async function measureChoosing(wizard: WizardPage, measure: Measure): Promise<void> {
  const { page, say } = wizard;
  const plan = planPage(wizard);
  const tree = plan.tree(largeWorkload);
  const oneByOne = async (...keys: string[]) => {
    for (const key of keys) {
      await tree.press(key);
      await page.waitForTimeout(afterwards);
    }
  };
  await measure('leave a file out, let it in', () => oneByOne('End', ' ', ' '));
  await measure('leave the folder out, let it in', async () => {
    await tree.focus();
    await goToRow(wizard, 'archive');
    await oneByOne(' ', ' ');
  });
  await measure('undo, redo', () => oneByOne('Control+z', 'Control+Shift+z'));
  await measure('leave out by pattern', () => plan.leaveOutByPattern('/srv/**/*9.txt'));
  await measure('undo that', () => plan.undo());
  await measure('list everything', () => page.getByText(say('plan.files.all'), { exact: true }).click());
}

/** By the letter that a row begins with, as a person goes there. */
async function goToRow({ page }: WizardPage, name: string): Promise<void> {
  const active = () =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.getAttribute('aria-label');
    });
  for (let tried = 0; tried < 50; tried += 1) {
    if ((await active()) === name) return;
    await page.keyboard.press(name.charAt(0), slowly);
  }
  throw new Error(`The tree has no row of ${name}.`);
}
