import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Starts any of the scripts, also where no package is installed yet. */
export const bootstrap = 'scripts/bootstrap.mjs';
const parts = [bootstrap, 'scripts/demo.ts', 'scripts/demo-server.ts'] as const;

/** The nearest directory above a file that has the sources of the sample servers: only a checkout of Slipway does. */
export function checkoutAbove(file: string): string | undefined {
  const directory = dirname(file);
  if (parts.every((part) => existsSync(join(directory, part)))) return directory;
  return directory === file ? undefined : checkoutAbove(directory);
}
