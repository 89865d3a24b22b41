import { mergeText } from '../../bundle/merge/merge-text.ts';
import { isText } from '../../payload/select/places.ts';
import { type Entry, sameEntry, textEntry } from '../store/read-entry.ts';
import { isSecret } from './kinds.ts';

export interface MergedEntry {
  entry: Entry;
  conflict: boolean;
}

/**
 * What stands at a path after it was generated anew. Untouched: as generated. Edited: merged by lines; what has no lines,
 * and a secret, whose conflict nobody could be shown, stays as it was edited.
 */
export function mergeEntry(
  path: string,
  base: Entry | undefined,
  edited: Entry | undefined,
  generated: Entry,
): MergedEntry {
  const untouched = edited === undefined || (base !== undefined && sameEntry(edited, base));
  if (untouched || sameEntry(edited, generated)) return { entry: generated, conflict: false };
  if (isSecret(path) || !isLines(edited) || !isLines(generated) || (base !== undefined && !isLines(base))) {
    return { entry: edited, conflict: false };
  }
  const { text, conflict } = mergeText(base?.bytes.toString(), edited.bytes.toString(), generated.bytes.toString());
  return { entry: textEntry(text, generated.executable), conflict };
}

function isLines(entry: Entry): entry is Extract<Entry, { kind: 'file' }> {
  return entry.kind === 'file' && isText(entry.bytes);
}
