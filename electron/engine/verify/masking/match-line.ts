import { sentence } from '../../../../shared/text/sentence.ts';
import { type Atom, type AtomKind, areAlike, atomsOf, fitsAmong } from './atoms.ts';
import { explainRunningClock, explainStable, type MaskContext } from './explain.ts';

/**
 * `masked`: what was left out of the comparison, in words. `compared`: whether anything that means something (more than
 * signs and space) was compared at all; a line that varies as a whole says nothing.
 */
export type LineMatch = { same: true; masked: string[]; compared: boolean } | { same: false };

const different: LineMatch = { same: false };

/**
 * Whether the container's line is one that the server could have sent. `samples` are the same line out of several
 * answers of the server: what varies among them may vary in the container too, as the same kind of thing; what stands
 * still must be equal, unless {@link explainStable} knows why it cannot be.
 */
export function matchLine(samples: readonly string[], container: string, context: MaskContext): LineMatch {
  if (samples.every((line) => line === container)) return { same: true, masked: [], compared: /\S/.test(container) };
  const lines = samples.map(atomsOf);
  const atoms = atomsOf(container);
  if (!sameShape(lines)) return matchAround(lines, atoms);
  return lines[0]?.length === atoms.length ? matchAtoms(lines, atoms, context) : different;
}

/** Same number of atoms, and at each position kinds that may stand for one another. */
function sameShape(lines: readonly Atom[][]): boolean {
  const first = lines[0] ?? [];
  if (lines.some((line) => line.length !== first.length)) return false;
  return first.every((_, at) => areAlike(lines.flatMap((line) => line[at]?.kind ?? [])));
}

function matchAtoms(lines: readonly Atom[][], atoms: readonly Atom[], context: MaskContext): LineMatch {
  const masked: string[] = [];
  let compared = false;
  let before = '';
  for (const [position, atom] of atoms.entries()) {
    const seen = lines.flatMap((line) => line[position] ?? []);
    const reason = accept(before, seen, atom, context);
    if (reason === undefined) return different;
    if (reason !== '') masked.push(reason);
    compared ||= atom.kind === 'clock' || (reason === '' && atom.kind !== 'mark');
    before += atom.text;
  }
  return { same: true, masked, compared };
}

/** Empty for an equal atom, the reason for a masked one, undefined for a difference. */
function accept(before: string, seen: readonly Atom[], atom: Atom, context: MaskContext): string | undefined {
  const last = seen.at(-1);
  if (last === undefined) return undefined;
  if (seen.every((one) => one.text === last.text)) {
    return last.text === atom.text ? '' : explainStable(before, last, atom, context);
  }
  const kinds = seen.map((one) => one.kind);
  if (!fitsAmong(kinds, atom.kind)) return undefined;
  if (atom.kind === 'clock') return explainRunningClock(last.text, atom.text);
  return varying[atom.kind];
}

/** Why an atom of each kind is not compared. */
const varying: Record<AtomKind, string> = {
  clock: sentence`clock that varies on the server`,
  uuid: sentence`uuid that varies on the server`,
  address: sentence`address that varies on the server`,
  number: sentence`number that varies on the server`,
  hex: sentence`hex that varies on the server`,
  word: sentence`word that varies on the server`,
  mixed: sentence`mixed that varies on the server`,
  mark: sentence`mark that varies on the server`,
};

/** Samples of different shapes: what they have in common at both ends must stand at both ends of the container's. */
function matchAround(lines: readonly Atom[][], atoms: readonly Atom[]): LineMatch {
  const shortest = Math.min(...lines.map((line) => line.length));
  const head = commonLength(lines, shortest, (line, at) => line[at]);
  const tail = commonLength(lines, shortest - head, (line, at) => line.at(-1 - at));
  const both = [lines[0] ?? [], atoms];
  const fits =
    atoms.length >= head + tail &&
    commonLength(both, head, (line, at) => line[at]) === head &&
    commonLength(both, tail, (line, at) => line.at(-1 - at)) === tail;
  if (!fits) return different;
  const ends = [...atoms.slice(0, head), ...atoms.slice(atoms.length - tail)];
  return {
    same: true,
    masked: [sentence`text that varies on the server`],
    compared: ends.some((atom) => atom.kind !== 'mark'),
  };
}

function commonLength(
  lines: readonly (readonly Atom[])[],
  limit: number,
  pick: (line: readonly Atom[], at: number) => Atom | undefined,
): number {
  let length = 0;
  while (length < limit && new Set(lines.map((line) => pick(line, length)?.text)).size === 1) length++;
  return length;
}
