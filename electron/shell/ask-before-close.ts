import { app, type BrowserWindow, dialog } from 'electron';
import { type CloseQuestion, createCloseQuestion } from './close-question.ts';
import type { Texts } from './texts.ts';

interface AskOptions {
  words(): Texts;
  /** How many jobs run. */
  jobs(): number;
}

/** A window that closes while something runs asks first. Gives the question, to be skipped where nobody is to be asked. */
export function askBeforeClose(window: BrowserWindow, { words, jobs }: AskOptions): CloseQuestion {
  let quitting = false;
  const question = createCloseQuestion({
    jobs,
    async ask(count) {
      const { response } = await dialog.showMessageBox(window, questionOf(words(), count));
      const closing = response === 1;
      // The person may quit once, stay, and close the window later, which on a Mac is something else.
      if (!closing) quitting = false;
      return closing && !window.isDestroyed();
    },
    close: () => (quitting ? app.quit() : window.close()),
  });
  app.on('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    if (question.holds()) event.preventDefault();
  });
  return question;
}

function questionOf(words: Texts, count: number): Electron.MessageBoxOptions {
  return {
    ...{
      type: 'question',
      message: words.closeQuestion,
      detail: `${words.closeRunning}${count}\n\n${words.closeDetail}`,
    },
    ...{ buttons: [words.stayOpen, words.cancelAndClose], defaultId: 0, cancelId: 0, noLink: true },
  };
}
