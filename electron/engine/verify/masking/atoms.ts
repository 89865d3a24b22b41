import { clockSource } from './clock.ts';

/**
 * The smallest parts of a line that are compared. `word` is letters alone, `mixed` letters and digits, `mark` a single
 * sign or a run of white space.
 */
export type AtomKind = 'clock' | 'uuid' | 'address' | 'number' | 'hex' | 'word' | 'mixed' | 'mark';

export interface Atom {
  kind: AtomKind;
  text: string;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ADDRESS = '\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b|::1(?![0-9a-f:])';
const RUN = '[\\p{L}\\p{N}_]+';
const splitter = new RegExp(`(${clockSource})|(${UUID})|(${ADDRESS})|(${RUN})|\\s+|.`, 'giu');

/** Splits a line so that the atoms' texts put together are the line again. */
export function atomsOf(line: string): Atom[] {
  return Array.from(line.matchAll(splitter), ([text, clock, uuid, address, run]) => {
    if (clock !== undefined) return { kind: 'clock', text };
    if (uuid !== undefined) return { kind: 'uuid', text };
    if (address !== undefined) return { kind: 'address', text };
    return { kind: run === undefined ? 'mark' : kindOfRun(text), text };
  });
}

function kindOfRun(text: string): AtomKind {
  if (/^\d+$/.test(text)) return 'number';
  if (/^[0-9a-f]{8,}$/i.test(text) && /\d/.test(text)) return 'hex';
  return /\d/.test(text) ? 'mixed' : 'word';
}

const alphanumeric: readonly AtomKind[] = ['number', 'hex', 'word', 'mixed'];

/** Whether atoms of these kinds may stand for one another: all alike, or all of letters and digits. */
export function areAlike(kinds: readonly AtomKind[]): boolean {
  return new Set(kinds).size <= 1 || kinds.every((kind) => alphanumeric.includes(kind));
}

/**
 * Whether an atom may stand where the server itself showed these ones, in turn: of the same kind, or any of letters and
 * digits where such were seen (an identifier may happen to be all digits).
 */
export function fitsAmong(seen: readonly AtomKind[], kind: AtomKind): boolean {
  if (seen.every((one) => one === kind)) return true;
  const isFree = seen.some((one) => one === 'hex' || one === 'mixed') || new Set(seen).size > 1;
  return isFree && areAlike([...seen, kind]);
}
