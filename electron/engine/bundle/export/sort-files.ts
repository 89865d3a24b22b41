import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import createIgnore from 'ignore';
import type { ExportPreview } from '../../../../shared/model/project-file.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { readIfThere } from '../../disk/if-there.ts';
import { filesBelow, isCommitted } from '../committed-files.ts';
import { isPayload, LARGEST_BYTES } from '../large-payloads.ts';
import { hasLfs } from '../user-git.ts';

export type SortedFile = ExportPreview['files'][number];

/**
 * Where each file of a project goes, and why; sorted by path. Git's own rules hold for what is tracked already and for
 * the `.gitignore` at the root, which is the engineer's; ignore files among the application's own files do not count.
 */
export async function sortFiles(directory: string, tracked: ReadonlySet<string>): Promise<SortedFile[]> {
  const paths = await filesBelow(directory);
  const sizes = await Promise.all(paths.map(async (path) => (await lstat(join(directory, path))).size));
  const files = paths.map((path, index) => ({ path, sizeBytes: sizes[index] ?? 0 }));
  const large = files.some(({ path, sizeBytes }) => isPayload(path) && sizeBytes > LARGEST_BYTES);
  const rules = { tracked, ignored: await rootIgnore(directory), lfs: large && (await hasLfs(directory)) };
  return files.map((file) => ({ ...file, ...placeOf(file, rules) }));
}

interface Rules {
  tracked: ReadonlySet<string>;
  ignored(path: string): boolean;
  lfs: boolean;
}

type Placed = Pick<SortedFile, 'place' | 'reason'>;

export function placeOf({ path, sizeBytes }: { path: string; sizeBytes: number }, rules: Rules): Placed {
  if (path === '.env') return { place: 'ignored', reason: sentence`Settings of this machine.` };
  if (!isCommitted(path)) return { place: 'ignored', reason: sentence`A secret: it never leaves this machine.` };
  if (isPayload(path)) return placeOfPayload(sizeBytes, rules.lfs);
  if (rules.tracked.has(path)) return { place: 'git', reason: sentence`Part of the repository.` };
  if (rules.ignored(path)) return { place: 'ignored', reason: sentence`Named in .gitignore.` };
  return { place: 'git', reason: sentence`Part of the bundle.` };
}

function placeOfPayload(sizeBytes: number, lfs: boolean): Placed {
  if (sizeBytes <= LARGEST_BYTES) return { place: 'git', reason: sentence`Files of the server.` };
  return lfs
    ? { place: 'lfs', reason: sentence`Over 100 MB, and Git LFS is set up.` }
    : {
        place: 'lock',
        reason: sentence`Over 100 MB without Git LFS: payload.lock keeps its hash, slipway build --from fetches it.`,
      };
}

async function rootIgnore(directory: string): Promise<(path: string) => boolean> {
  const rules = await readIfThere(join(directory, '.gitignore'));
  const ignore = createIgnore().add(rules ?? '');
  return (path) => ignore.ignores(path);
}
