import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

export function editPage({ page, say }: WizardPage) {
  const editor = page.locator('.monaco-editor').first();
  return {
    /** Opens a file by its path, as Ctrl+P does. */
    async open(path: string) {
      // The editor comes with a file open.
      await expect(editor).toBeVisible({ timeout: 60_000 });
      await page.keyboard.press('Control+p');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox').or(dialog.getByRole('textbox')).first().fill(path);
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      // Until it is read, the file before is what one would type into.
      await expect(page.locator(`.monaco-editor[data-uri$="/${path}"]`).first()).toBeVisible();
    },
    /** Types at the beginning or the end of the open file. */
    async type(text: string, at: 'Home' | 'End') {
      await editor.click();
      await page.keyboard.press(`Control+${at}`);
      await page.keyboard.insertText(text);
    },
    async save() {
      await editor.click();
      await page.keyboard.press('Control+s');
      await expect(page.getByText(say('edit.state.edited'), { exact: true }).first()).toBeVisible();
    },
    /** Types at the end of the open file, and saves. */
    async append(text: string) {
      await this.type(text, 'End');
      await this.save();
    },
    shows: (text: string) => expect(editor.getByText(text)).toBeVisible({ timeout: 30_000 }),
  };
}
