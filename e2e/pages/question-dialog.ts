import { expect } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';

/** What a job asks while it runs. */
export function questionDialog({ page, say }: WizardPage) {
  const remember = page.getByRole('dialog').getByRole('checkbox', { name: say('questions.remember'), exact: true });
  return {
    /** For how long the answer is to be kept, as the dialog says once that is wanted. */
    async remember() {
      await remember.check();
      await expect(remember).not.toHaveAccessibleDescription(say('questions.rememberChecking'));
    },
    keeps: (text: string) => expect(remember).toHaveAccessibleDescription(text),
    /** It says that an answer is kept, and why it asks all the same. */
    tellsUnreadable: () => expect(page.getByRole('dialog').getByText(say('questions.unreadable'))).toBeVisible(),
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
