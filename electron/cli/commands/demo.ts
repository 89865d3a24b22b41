import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { bootstrap, checkoutAbove } from '../../engine/demo/checkout.ts';
import { noCheckout } from '../../engine/demo/impossible.ts';
import type { RunCommand } from '../command-context.ts';

export function addDemo(program: Command, run: RunCommand): void {
  program
    .command('demo')
    .description('The whole thing on a sample server, in a checkout of Slipway')
    .action(() => run(() => demo(checkoutAbove(fileURLToPath(import.meta.url)))));
}

/** The demo needs the lab with its sample servers, which only a checkout has. */
async function demo(root: string | undefined): Promise<number> {
  if (root === undefined) throw noCheckout();
  // Ctrl-C reaches the demo too, which cleans up after itself.
  const child = spawn(process.execPath, [bootstrap, 'scripts/demo.ts'], { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 130;
}
