import { sentence } from '../../../../shared/text/sentence.ts';
import type { ServerEntry } from '../server/survey-output.ts';
import type { Closure, Wanted } from './closure.ts';
import { type BaseEntries, ontoBase } from './onto-base.ts';
import { parentsOf } from './resolve.ts';

/** A path that goes into the image, or would if the base did not have it. */
export interface Chosen {
  /** Where in the image. */
  path: string;
  /** Where on the server. */
  source: string;
  entry: ServerEntry;
  reasons: string[];
  /** The plan wants it, be it as part of a tree. */
  explicit: boolean;
}

export interface Choice {
  chosen: Map<string, Chosen>;
  /** Paths that the base has in another form that must stay. */
  kept: Map<string, Chosen>;
  notes: string[];
}

/** Directories of packages that matter even when empty: state and configuration, not the tree of /usr. */
const meaningfulEmpty = /^\/(var|srv|opt|etc|home)\//;

/**
 * From what is wanted to what is placed: without what is left out, on the base's layout, with the directories that lead
 * there and no others.
 */
export function choose(
  closure: Closure,
  leaveOut: (wanted: Wanted) => string | undefined,
  base: BaseEntries,
  lookup: (path: string) => ServerEntry | null | undefined,
): Choice {
  const choice: Choice = { chosen: new Map(), kept: new Map(), notes: [] };
  const wanted = [...closure.wanted.values()].sort((a, b) => compare(a.path, b.path));
  for (const item of wanted) {
    if (leaveOut(item) === undefined && (item.entry.type !== 'directory' || keepsDirectory(item))) {
      place(item, base, choice);
    }
  }
  for (const item of [...choice.chosen.values()]) addParents(item, base, choice, lookup);
  return choice;
}

function keepsDirectory({ path, sources }: Wanted): boolean {
  return sources.has('explicit') || meaningfulEmpty.test(path);
}

function place(item: Wanted, base: BaseEntries, choice: Choice): void {
  const placement = ontoBase(item.path, item.entry, base);
  const chosen: Chosen = {
    path: placement.path,
    source: item.path,
    entry: item.entry,
    reasons: [...item.reasons].sort(compare),
    explicit: item.sources.has('explicit'),
  };
  if (placement.kind === 'keep-base') {
    choice.kept.set(placement.path, chosen);
    if (placement.note !== undefined) choice.notes.push(placement.note);
    return;
  }
  const present = choice.chosen.get(placement.path);
  if (present === undefined || item.path === placement.path) choice.chosen.set(placement.path, chosen);
  if (present !== undefined && present.entry.type !== 'directory') {
    choice.notes.push(
      sentence`${present.source} and ${item.path} are one path in the base image; one of them is left out.`,
    );
  }
}

function addParents(
  item: Chosen,
  base: BaseEntries,
  choice: Choice,
  lookup: (path: string) => ServerEntry | null | undefined,
): void {
  for (const parent of parentsOf(item.path)) {
    if (choice.chosen.has(parent) || base.get(parent)?.type === 'symlink') continue;
    const entry = lookup(parent);
    if (entry?.type !== 'directory') continue;
    const reasons = [sentence`directory on the way to ${item.path}`];
    choice.chosen.set(parent, { path: parent, source: parent, entry, reasons, explicit: false });
  }
}

/** By code unit: the same order everywhere, whatever the locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
