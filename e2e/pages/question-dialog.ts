import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

/** What a job asks while it runs. */
export function questionDialog({ page, say }: WizardPage) {
  return {
    async answer(label: string, text: string) {
      const dialog = page.getByRole('dialog');
      const field = dialog.getByLabel(say(label), { exact: true });
      await field.fill(text);
      await dialog.getByRole('button', { name: say('questions.answer'), exact: true }).click();
      // Another question may follow in a dialog of its own.
      await expect(field).toBeHidden();
    },
  };
}
