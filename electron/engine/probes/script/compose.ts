import { randomBytes } from 'node:crypto';
import { shellWord } from '../../../../shared/text/shell-word.ts';
import type { Separators } from '../wire/sections.ts';
import driver from './driver.sh?raw';
import prelude from './prelude.sh?raw';

/**
 * The command that takes a script on standard input: with an empty environment, and at low CPU and I/O priority where the
 * server has the tools. It is the same for every server and every scan.
 */
export const shellCommand =
  'ionice -c 3 -p $$ </dev/null >/dev/null 2>&1; ' +
  'if command -v nice >/dev/null 2>&1; then exec env -i nice -n 10 sh -s; else exec env -i sh -s; fi';

/** Random words of one run, that nothing on the server can know beforehand. */
export interface Secrets extends Separators {
  boundary: string;
}

export function makeSecrets(): Secrets {
  const word = () => randomBytes(16).toString('hex');
  return { boundary: word(), mark: word(), seal: word() };
}

/** One call of the driver: a script of ours with its limits, in a shell of its own. */
export interface ScriptPart {
  name: string;
  script: string;
  seconds: number;
  bytes: number;
}

/** The text for the server's shell: secrets, the driver, and each part with its limits. */
export function composeScript(parts: readonly ScriptPart[], secrets: Secrets): string {
  const assignments = [
    ...Object.entries({ boundary: secrets.boundary, mark: secrets.mark, seal: secrets.seal }),
    ['prelude', prelude] as const,
  ];
  return [
    ...assignments.map(([name, value]) => `${name}=${shellWord(value)}`),
    driver,
    ...parts.map((part) => `slipway_part ${part.name} ${part.seconds} ${part.bytes} ${shellWord(part.script)}`),
    `printf '%s bye\\n' "$boundary"`,
    '',
  ].join('\n');
}
