import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { filesBelow } from '../committed-files.ts';
import { hasConflict } from './merge-text.ts';

/** Larger files are none that lines are merged in. */
const maxBytes = 5 * 1024 * 1024;

/** Rejects with `file.conflict` where markers stand in what images are built of and containers are given. */
export async function refuseConflicts(root: string): Promise<void> {
  const found: string[] = [];
  for (const path of (await filesBelow(root)).filter((one) => one.startsWith('workloads/'))) {
    if (/\/(payload\.tar|evidence\.json)$/.test(path)) continue;
    const file = join(root, path);
    const info = await stat(file).catch(() => undefined); // a link may lead nowhere
    if (info?.isFile() && info.size <= maxBytes && hasConflict(await readFile(file, 'latin1'))) found.push(path);
  }
  requireResolved(found);
}

/** Rejects with `file.conflict`, naming the files, where there is one. */
export function requireResolved(conflicts: readonly string[]): void {
  if (conflicts.length === 0) return;
  const first = conflicts.slice(0, 3).join(', ');
  const named = conflicts.length > 3 ? sentence`${first} and ${conflicts.length - 3} more` : first;
  throw new SlipwayError('file.conflict', sentence`Conflicts are to be resolved in ${named}.`, {
    hint: sentence`Choose between the edited and the generated lines there, take the markers out, then run it again.`,
  });
}
