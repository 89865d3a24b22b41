import type { GeneratedFile } from '../../generate/generated-file.ts';
import { GENERATED, generatedFile } from '../store/layout.ts';
import { pathsBelow, readEntry, sameEntry, textEntry } from '../store/read-entry.ts';
import type { Transaction } from '../store/transaction.ts';
import { isRecord } from './kinds.ts';
import { mergeEntry } from './merge-entry.ts';

/**
 * Puts what is generated now into a transaction, merged with what a person made of what was generated before. Gives the
 * paths with an unresolved conflict. A file that is generated no more goes unless it was edited, as far as `isStale`.
 */
export async function mergeGenerated(
  root: string,
  files: ReadonlyMap<string, GeneratedFile>,
  isStale: (path: string) => boolean,
  transaction: Transaction,
): Promise<string[]> {
  const conflicts: string[] = [];
  for (const [path, file] of files) {
    if (await mergeOne(root, path, file, transaction)) conflicts.push(path);
  }
  const before = await pathsBelow(root, GENERATED);
  for (const path of before.map((one) => one.slice(GENERATED.length + 1))) {
    if (!files.has(path) && isStale(path)) await retire(root, path, transaction);
  }
  return conflicts;
}

async function mergeOne(root: string, path: string, file: GeneratedFile, transaction: Transaction): Promise<boolean> {
  const generated = textEntry(file.content, file.executable);
  const edited = await readEntry(root, path);
  const base = await readEntry(root, generatedFile(path));
  const merged = isRecord(path) ? { entry: generated, conflict: false } : mergeEntry(path, base, edited, generated);
  if (!sameEntry(merged.entry, edited)) await transaction.put(path, merged.entry);
  if (!isRecord(path) && !sameEntry(base, generated)) {
    await transaction.put(generatedFile(path), generated, { private: true });
  }
  return merged.conflict;
}

/** Takes out what is generated no more; what a person made of it stays as their own. */
async function retire(root: string, path: string, transaction: Transaction): Promise<void> {
  const base = await readEntry(root, generatedFile(path));
  if (sameEntry(base, await readEntry(root, path))) transaction.remove(path);
  transaction.remove(generatedFile(path));
}
