import { randomBytes } from 'node:crypto';
import { shellWord } from '../../../../shared/text/shell-word.ts';
import type { Separators } from '../wire/sections.ts';
import driver from './driver.sh?raw';
import prelude from './prelude.sh?raw';

/**
 * The command that takes a script on standard input: with an empty environment, and at low CPU and I/O priority where the
 * server has the tools: that costs time only where the server has better things to do. It is the same for every server and
 * every scan.
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

/** Parts that run one after another. */
export type Lane = readonly ScriptPart[];

/**
 * The text for the server's shell: secrets, the driver, and each part with its limits. Lanes run side by side, and what
 * they say comes one lane after another.
 */
export function composeScript(lanes: readonly Lane[], secrets: Secrets): string {
  const assignments = [
    ...Object.entries({ boundary: secrets.boundary, mark: secrets.mark, seal: secrets.seal }),
    ['prelude', prelude] as const,
  ];
  return [
    ...assignments.map(([name, value]) => `${name}=${shellWord(value)}`),
    driver,
    sideBySide(lanes.map(callsOf)),
    `printf '%s bye\\n' "$boundary"`,
    '',
  ].join('\n');
}

function callsOf(lane: Lane): string {
  return lane
    .map((part) => `slipway_part ${part.name} ${part.seconds} ${part.bytes} ${shellWord(part.script)}`)
    .join('\n');
}

/**
 * The first lane says what it says at once. The next one runs at the same time, and what it says waits in a pipe until
 * the first has ended: nothing is mixed and no file is written. Where a pipe's 64 kB are too little, the lane waits too.
 */
function sideBySide(lanes: readonly string[]): string {
  return lanes.reduce((first, next) => `{\n${next}\n} </dev/null | {\n${first}\ncat\n}`);
}
