import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createServer } from 'vite';
import type { Cleanup } from '../machine/main.ts';
import { say } from '../machine/say.ts';
import { freePort, root } from './places.ts';

type ServeFile = (request: IncomingMessage, response: ServerResponse) => void;

interface Development {
  servePage(file: ServeFile): Promise<{ url: string; close(): Promise<void> }>;
}

/** The page with hot reload in a browser, before the real engine, which is loaded from its sources once. */
export async function developInBrowser(cleanup: Cleanup, signal: AbortSignal): Promise<number> {
  const page = await createServer({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    server: { middlewareMode: true, hmr: { host: '127.0.0.1', port: await freePort() } },
  });
  cleanup.add(() => page.close());
  const sources = await createServer({
    ...{ root, configFile: false, appType: 'custom', logLevel: 'warn' },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  cleanup.add(() => sources.close());
  // What the module exports is told by its own types, but vite gives it as a record.
  const { servePage } = (await sources.ssrLoadModule('/electron/dev/serve-page.ts')) as Development;
  const server = await servePage(page.middlewares);
  cleanup.add(() => server.close());
  say(`Slipway is open at ${server.url}`);
  say('Changes of the page are shown at once; for changes of the engine, start anew. Ctrl-C ends.');
  if (!signal.aborted) await once(signal, 'abort');
  return 0;
}
