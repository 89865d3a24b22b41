import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { SlipwayError } from '../../../shared/errors.ts';
import type { RunCommand } from '../command-context.ts';

const PARTS = ['scripts/bootstrap.mjs', 'scripts/demo.ts'] as const;

export function addDemo(program: Command, run: RunCommand): void {
  program
    .command('demo')
    .description('The whole thing on a sample server, in a checkout of Slipway')
    .action(() => run(() => demo(checkoutAbove(fileURLToPath(import.meta.url)))));
}

/** The demo needs the lab with its sample servers, which only a checkout has. */
async function demo(root: string | undefined): Promise<number> {
  if (root === undefined) {
    throw new SlipwayError('usage', 'The demo builds a sample server, which only a checkout of Slipway can do.', {
      hint: 'Clone the repository and run `npm run demo` in it.',
    });
  }
  // Ctrl-C reaches the demo too, which cleans up after itself.
  const child = spawn(process.execPath, [...PARTS], { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 130;
}

/** The nearest directory above a file that has the demo's scripts. */
export function checkoutAbove(file: string): string | undefined {
  const directory = dirname(file);
  if (PARTS.every((part) => existsSync(join(directory, part)))) return directory;
  return directory === file ? undefined : checkoutAbove(directory);
}
