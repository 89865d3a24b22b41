import { expect } from '@playwright/test';
import { goToProject, makeProject } from '../../app/made-project.ts';
import { test } from '../../app/test.ts';
import { editPage } from '../../pages/edit-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { wizardPage } from '../../pages/wizard-page.ts';

test('the editor takes a new language with a reload, which keeps what is not saved', async ({
  home,
  appPage: page,
}) => {
  const [english, chinese] = [textsOf('en'), textsOf('zh')];
  await goToProject(page, await makeProject(home), 'edit');
  const edit = editPage(wizardPage(page, english));
  await edit.open('workloads/portal/Dockerfile');
  await edit.type('# by hand\n', 'Home');

  await page.getByRole('button', { name: english('app.language'), exact: true }).click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  const notice = page.getByRole('status').filter({ hasText: chinese('edit.language.text') });
  await expect(notice).toContainText(chinese('edit.language.kept'));
  // Nobody is asked: Playwright would dismiss the question, and the page would stay as it is.
  await notice.getByRole('button', { name: chinese('edit.language.reload') }).click();

  await expect(notice).toHaveCount(0);
  await edit.shows('# by hand');
  await page.locator('.monaco-editor').first().click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: '命令面板' })).toBeVisible();
});
