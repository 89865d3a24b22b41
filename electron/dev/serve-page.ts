import { createRouter } from '../bridge/router.ts';
import { createEngine } from '../engine/engine.ts';
import { createHeadlessShell } from '../local/headless-shell.ts';
import type { ServeFile } from '../serve/page-files.ts';
import { type PageServer, startPageServer } from '../serve/server.ts';

/** The real engine behind a page that a development server serves, for `npm run dev` where no window can be shown. */
export function servePage(file: ServeFile): Promise<PageServer> {
  return startPageServer({ port: 0, router: createRouter(createEngine(), createHeadlessShell('browser')), file });
}
