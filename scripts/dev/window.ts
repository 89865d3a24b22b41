import { join } from 'node:path';
import { build, createServer } from 'vite';
import { follow } from '../machine/follow.ts';
import type { Cleanup } from '../machine/main.ts';
import { say } from '../machine/say.ts';
import { freePort, root } from './places.ts';

/** The page with hot reload in the app's window; a change of main, preload or engine starts the app anew. */
export async function developInWindow(electron: string, cleanup: Cleanup, signal: AbortSignal): Promise<number> {
  const port = await freePort();
  const page = await createServer({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    server: { host: '127.0.0.1', port, strictPort: true },
  });
  await page.listen();
  cleanup.add(() => page.close());
  const env = { ...process.env, SLIPWAY_PAGE: `http://127.0.0.1:${port}/` };
  for (;;) {
    const again = new AbortController();
    const end = () => again.abort();
    signal.addEventListener('abort', end, { once: true });
    const watchers = await watchPrograms(end);
    const code = await follow(electron, [root], { cwd: root, env, signal: again.signal });
    signal.removeEventListener('abort', end);
    for (const watcher of watchers) await watcher.close();
    if (signal.aborted || !again.signal.aborted) return code;
    say('The engine or the shell changed: starting anew.');
  }
}

/** Builds the window's and the engine's programs, and calls back when one of their sources has changed. */
async function watchPrograms(changed: () => void) {
  const watchers = [];
  for (const configuration of ['vite.main.config.ts', 'vite.preload.config.ts']) {
    const watcher = await build({ configFile: join(root, configuration), logLevel: 'warn', build: { watch: {} } });
    if (!('on' in watcher)) throw new Error(`${configuration} is built once, but has to be watched.`);
    // A mistake in a source is told, and waited for until it is mended.
    await new Promise<void>((resolve) => {
      watcher.on('event', (event) => {
        if (event.code === 'END') resolve();
        if (event.code === 'ERROR') say(event.error.message);
      });
    });
    watcher.on('change', changed);
    watchers.push(watcher);
  }
  return watchers;
}
