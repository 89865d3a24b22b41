import { developInBrowser } from './dev/browser.ts';
import { developInWindow } from './dev/window.ts';
import { windowProgram } from './machine/electron.ts';
import { runMain } from './machine/main.ts';
import { say } from './machine/say.ts';

/** `npm run dev`: the app with hot reload, in its window where one can be shown, else for a browser. */
runMain(async (cleanup, signal) => {
  const electron = await windowProgram();
  if (electron !== undefined) return developInWindow(electron, cleanup, signal);
  say(
    'No window can be shown here (it takes an Electron, a display, and not to be root), so the app is for a browser.',
  );
  return developInBrowser(cleanup, signal);
});
