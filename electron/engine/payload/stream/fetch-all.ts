import type { GatherContext } from '../gather-context.ts';
import type { ServerFiles } from '../select/server-files.ts';
import { fetchFiles, stillSpooled } from './fetch.ts';
import { progressOf } from './progress.ts';
import type { FetchItem } from './spool-writer.ts';

/** What fetching needs of the gathering's context. */
export interface FetchContext extends Pick<GatherContext, 'session' | 'spool' | 'verified' | 'job'> {
  workload: Pick<GatherContext['workload'], 'name'>;
}

/**
 * Brings files into the spool: keeps what lies there and is unchanged, streams the rest, goes on after a dropped
 * connection, and reads once more what changed meanwhile. Gives the files that changed again.
 */
export async function fetchAll(context: FetchContext, files: ServerFiles, items: FetchItem[]): Promise<string[]> {
  const fresh = items.filter(({ path }) => !context.verified.has(path));
  if (fresh.length === 0) return [];
  await fetchOnce(context, fresh);
  const changed = await changedSince(context, files, fresh);
  if (changed.length === 0) return [];
  const again = fresh
    .filter(({ path }) => changed.includes(path))
    .map((item) => ({ ...item, size: files.lookup(item.path)?.size ?? 0 }));
  for (const { path } of again) context.verified.delete(path);
  await fetchOnce(context, again);
  return changedSince(context, files, again);
}

async function fetchOnce({ session, spool, job, workload, verified }: FetchContext, items: FetchItem[]): Promise<void> {
  const total = items.reduce((sum, { size }) => sum + size, 0);
  const progress = progressOf(job, workload.name, total);
  await session.attempt(async (host) => {
    const open = items.filter(({ path }) => !verified.has(path));
    const kept = await stillSpooled(host, spool, open, job.signal);
    for (const path of kept) verified.add(path);
    const missing = items.filter(({ path }) => !verified.has(path));
    progress.restart(total - missing.reduce((sum, { size }) => sum + size, 0));
    await fetchFiles(host, spool, missing, job, progress.add);
    for (const { path } of missing) if (spool.files.has(path)) verified.add(path);
  });
  progress.finish();
}

/** Files whose size or time is not what it was before they were read. */
async function changedSince({ session, job }: FetchContext, files: ServerFiles, items: FetchItem[]): Promise<string[]> {
  const paths = items.map(({ path }) => path);
  const before = new Map(paths.map((path) => [path, files.lookup(path)?.stamp]));
  await session.attempt((host) => files.refresh(host, paths, job.signal));
  return paths.filter((path) => {
    const now = files.lookup(path);
    return now?.type === 'file' && now.stamp !== before.get(path);
  });
}
