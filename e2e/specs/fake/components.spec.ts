import { expect, type Locator, type Page } from '@playwright/test';
import { openPage, test } from '../../app/fake-pages.ts';
import { runPage } from '../../pages/run-page.ts';
import { textsOf } from '../../pages/texts.ts';
import { wizardPage } from '../../pages/wizard-page.ts';
import { scenePath } from '../../screens/scene.ts';

const say = textsOf('en');
const look = { theme: 'light', language: 'en' } as const;

test.use({ viewport: { width: 1280, height: 1600 }, contextOptions: { reducedMotion: 'reduce' } });

/** The row or item that the keys are at; the table or tree itself keeps the focus. */
async function activeIn(list: Locator): Promise<Locator> {
  const id = await list.getAttribute('aria-activedescendant');
  return list.locator(`[id="${id}"]`);
}

test.describe('the table', () => {
  async function open(page: Page, fakePages: string) {
    await openPage(page, new URL(scenePath({ name: 'gallery' }, look), fakePages).href);
    const table = page.getByRole('grid', { name: 'Files' });
    await expect(table).toHaveAttribute('aria-rowcount', '401');
    return { table, search: page.getByRole('searchbox', { name: say('components.table.search') }) };
  }

  test('is gone through by keyboard, to its last row and back', async ({ page, fakePages }) => {
    const { table } = await open(page, fakePages);
    await table.focus();
    await page.keyboard.press('ArrowDown');
    await expect(await activeIn(table)).toHaveAttribute('aria-rowindex', '3');
    await page.keyboard.press('End');
    await expect(await activeIn(table)).toHaveAttribute('aria-rowindex', '401');
    await expect(await activeIn(table)).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(await activeIn(table)).toHaveAttribute('aria-rowindex', '2');
  });

  test('sorts upward, downward, and not at all', async ({ page, fakePages }) => {
    const { table } = await open(page, fakePages);
    const head = table.getByRole('columnheader', { name: 'Size' });
    for (const order of ['ascending', 'descending', 'none']) {
      await head.getByRole('button', { name: 'Size' }).click();
      await expect(head).toHaveAttribute('aria-sort', order);
    }
  });

  test('shows what is searched and filtered, and everything again', async ({ page, fakePages }) => {
    const { table, search } = await open(page, fakePages);
    await search.fill('document-0-');
    await expect(table).toHaveAttribute('aria-rowcount', '2');
    await search.fill('no such file');
    await page.getByRole('button', { name: say('components.table.clear') }).click();
    await expect(table).toHaveAttribute('aria-rowcount', '401');
    await table.getByRole('button', { name: say('components.table.filterColumn', { column: 'Owner' }) }).click();
    await page.getByRole('checkbox', { name: /^root/ }).check();
    await expect(table).toHaveAttribute('aria-rowcount', '135');
  });

  test('holds 200,000 rows and draws those that are seen', async ({ page, fakePages }) => {
    const { table } = await open(page, fakePages);
    await page.getByRole('button', { name: '200,000' }).click();
    await expect(table).toHaveAttribute('aria-rowcount', '200001');
    await table.focus();
    await page.keyboard.press('End');
    await expect(await activeIn(table)).toBeInViewport();
    expect(await table.getByRole('row').count()).toBeLessThan(60);
  });
});

test.describe('the tree', () => {
  async function open(page: Page, fakePages: string) {
    await openPage(page, new URL(scenePath({ name: 'gallery' }, look), fakePages).href);
    const tree = page.getByRole('tree', { name: 'Files' });
    await tree.focus();
    return { tree, item: (name: string) => tree.getByRole('treeitem', { name, exact: true }) };
  }

  test('opens, closes and goes to the parent by the arrows', async ({ page, fakePages }) => {
    const { tree, item } = await open(page, fakePages);
    await expect(item('0')).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await expect(item('0')).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowLeft');
    await expect(await activeIn(tree)).toHaveAccessibleName('srv');
    await page.keyboard.press('1');
    await page.keyboard.press('ArrowRight');
    await expect(item('1')).toHaveAttribute('aria-expanded', 'true');
  });

  test('marks by the space bar, and says what is marked in part', async ({ page, fakePages }) => {
    const { item } = await open(page, fakePages);
    await expect(item('srv')).toHaveAttribute('aria-checked', 'mixed');
    await expect(item('0')).toHaveAttribute('aria-checked', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(item('0')).toHaveAttribute('aria-checked', 'false');
  });

  test('shows what is searched, with the folders that it is in', async ({ page, fakePages }) => {
    const { tree } = await open(page, fakePages);
    await page.getByRole('textbox', { name: say('components.tree.search') }).fill('document-0-0.txt');
    await expect(tree.getByRole('treeitem')).toHaveCount(3);
    await expect(tree.getByRole('treeitem').last()).toHaveAccessibleName('document-0-0.txt');
    await expect(tree.getByRole('treeitem').last()).toHaveAccessibleDescription(/^read by the service [\d.]+ k?B$/);
  });
});

test('a comparison shows the answer of the server beside that of the container', async ({ page, fakePages }) => {
  await openPage(page, new URL(scenePath({ name: 'run', step: 'run' }, look), fakePages).href);
  const run = runPage(wizardPage(page, say));
  await run.openTab('parity');
  const row = run.parityRows().nth(1);
  const headers = await run.parityHeaders().allInnerTexts();
  const title = await row
    .getByRole('gridcell')
    .nth(headers.indexOf(say('run.parity.check')))
    .innerText();
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  for (const side of ['server', 'container'] as const) {
    await expect(page.getByText(say(`run.parity.${side}`), { exact: true })).toBeVisible();
  }
});
