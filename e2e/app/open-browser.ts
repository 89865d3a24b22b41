import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from '@playwright/test';
import { loadWhole } from './load-whole.ts';
import { type Home, root } from './places.ts';

export interface OpenBrowser {
  page: Page;
  /** The link that was printed, used by now. */
  url: string;
  /** Ends `slipway serve` as Ctrl-C does, and gives its exit code; the page stays, and is told. */
  end(): Promise<number | null>;
}

/** Starts the built `slipway serve` in a home, and opens its link in a browser. */
export async function openBrowser(browser: Browser, home: Home): Promise<OpenBrowser> {
  const serve = spawn(process.execPath, [join(root, 'dist/cli/slipway.js'), '--json', 'serve'], {
    ...{ env: home.env, cwd: home.path },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(serve.stdout), 'line');
  const { url }: { url: string } = JSON.parse(line);
  const context = await browser.newContext();
  const page = await context.newPage();
  // The link is good once: from then on it is the cookie that lets one in.
  await loadWhole(page, async () => {
    const isIn = (await context.cookies(url)).length > 0;
    await page.goto(isIn ? new URL('/', url).href : url);
    await page.waitForURL((address) => address.search === '');
  });
  return {
    ...{ page, url },
    async end() {
      if (serve.exitCode !== null) return serve.exitCode;
      const ended = once(serve, 'exit');
      serve.kill('SIGINT');
      const [code] = await ended;
      return code;
    },
  };
}
