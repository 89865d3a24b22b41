import { fileURLToPath } from 'node:url';
import { windowProgram } from './machine/electron.ts';
import { follow } from './machine/follow.ts';
import { runMain } from './machine/main.ts';
import { mustRun } from './machine/run.ts';
import { say, step } from './machine/say.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `npm start`: builds the app and opens it, in its window where one can be shown, else for a browser. */
runMain(async (_, signal) => {
  await step('Building Slipway', () => mustRun('npm', ['run', 'build'], { signal, cwd: root }));
  const electron = await windowProgram();
  if (electron !== undefined) return follow(electron, [root], { cwd: root, signal });
  say(
    'No window can be shown here (it takes an Electron, a display, and not to be root), so the app is for a browser.',
  );
  return follow(process.execPath, ['dist/cli/slipway.js', 'serve'], { cwd: root, signal });
});
