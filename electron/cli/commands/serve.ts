import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import { SlipwayError } from '../../../shared/errors.ts';
import { createRouter } from '../../bridge/router.ts';
import { createRunningJobs } from '../../bridge/running-jobs.ts';
import { createEngine } from '../../engine/engine.ts';
import { createHeadlessShell } from '../../local/headless-shell.ts';
import { rendererAbove } from '../../local/renderer-folder.ts';
import { builtPage } from '../../serve/page-files.ts';
import type { CommandContext, RunCommand } from '../command-context.ts';

export function addServe(program: Command, run: RunCommand): void {
  program
    .command('serve')
    .description('The app in a browser on this machine, behind a link that is good for one use')
    .option('--port <number>', 'Port on the loopback address (default: any free one)', portNumber, 0)
    .action((flags: { port: number }) => run((context) => serve(context, flags.port)));
}

/** Serves until Ctrl-C or another signal, which also cancels what runs and waits until it has cleaned up. */
async function serve({ reporter, signal }: CommandContext, port: number): Promise<number> {
  const folder = rendererAbove(fileURLToPath(import.meta.url));
  if (folder === undefined) {
    throw new SlipwayError('internal', "The app's pages are not beside this program.", {
      hint: 'In a checkout, build them with `npm run build`.',
    });
  }
  const running = createRunningJobs();
  const router = createRouter(createEngine(), createHeadlessShell('browser'), running);
  // Only this command needs it: the others start sooner without.
  const { startPageServer } = await import('../../serve/server.ts');
  const server = await startPageServer({ port, router, file: builtPage(folder) });
  reporter.result(
    { url: server.url },
    `Slipway is open at ${server.url}\nThe link is good for one use. Ctrl-C ends Slipway.`,
  );
  if (!signal.aborted) await once(signal, 'abort');
  await server.close();
  await running.end();
  return 0;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number up to 65535.');
}
