import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { secretEnvironmentFile, workloadDirectory } from '../../bundle/layout.ts';
import { requireResolved } from '../../bundle/merge/require-resolved.ts';
import { writeFiles } from '../../bundle/write-files.ts';
import { onDisk } from '../../disk/on-disk.ts';
import type { GeneratedFile } from '../../generate/generated-file.ts';
import { isFetched, isRecord, isSecret } from '../regenerate/kinds.ts';
import { mergeEntry } from '../regenerate/merge-entry.ts';
import { generatedFile } from '../store/layout.ts';
import { type Entry, pathsBelow, readEntry, sameEntry } from '../store/read-entry.ts';
import { openTransaction } from '../store/transaction.ts';
import { withProject } from '../store/with-project.ts';

/** A run's folders: the files as they are built, and, where an edit made another of one, that file as it was generated. */
export interface RunFolders {
  files: string;
  generated: string;
}

/** Brings what a person changed in a project into the files that a run makes anew. */
export interface Edits {
  /**
   * A workload was fetched and is generated: writes that, with the edits. Rejects with `file.conflict`, after the project
   * was given the files with the markers: they are to be resolved there, and what was generated is then known.
   */
  compose(workload: string, files: ReadonlyMap<string, GeneratedFile>): Promise<void>;
  /** The same once more, for what was edited while the run went on. Gives the paths with a conflict. */
  again(workload: string): Promise<string[]>;
  /** Paths of a workload that the run made, without a person's own files. */
  made(workload: string): Promise<string[]>;
}

export function openEdits(root: string, folders: RunFolders): Edits {
  /** A person's own files, which are built too. */
  const own = new Set<string>();

  async function made(workload: string): Promise<string[]> {
    const places = [workloadDirectory(workload), `secrets/${workload}`];
    const trees = await Promise.all(places.map((place) => pathsBelow(folders.files, place)));
    const environment = secretEnvironmentFile(workload);
    const secrets = (await readEntry(folders.files, environment)) === undefined ? [] : [environment];
    return [...trees.flat(), ...secrets].filter((path) => !own.has(path));
  }

  async function bringOwn(workload: string): Promise<void> {
    const generated = new Set(await made(workload));
    for (const path of await pathsBelow(root, workloadDirectory(workload))) {
      const isOwn = !generated.has(path) && !isRecord(path) && (await wasChanged(path));
      if (!isOwn) continue;
      own.add(path);
      await replaceEntry(folders.files, path, await readEntry(root, path));
    }
  }

  /** What is as it was generated last, and is generated no more, goes. */
  async function wasChanged(path: string): Promise<boolean> {
    return !sameEntry(await readEntry(root, path), await readEntry(root, generatedFile(path)));
  }

  async function merge(path: string): Promise<boolean> {
    const kept = await readEntry(folders.generated, path);
    const generated = kept ?? (await readEntry(folders.files, path));
    if (generated === undefined || isRecord(path)) return false;
    const base = await readEntry(root, generatedFile(path));
    const merged = mergeEntry(path, base, await readEntry(root, path), generated);
    if (kept === undefined && sameEntry(merged.entry, generated)) return merged.conflict;
    await replaceEntry(folders.generated, path, generated);
    await replaceEntry(folders.files, path, merged.entry);
    return merged.conflict;
  }

  async function mergeAll(workload: string): Promise<string[]> {
    const conflicts: string[] = [];
    for (const path of await made(workload)) if (await merge(path)) conflicts.push(path);
    await bringOwn(workload);
    return conflicts;
  }

  /** What an earlier round generated, or took along of a person's own; what was fetched was just written anew. */
  async function forget(workload: string, files: ReadonlyMap<string, GeneratedFile>): Promise<void> {
    const folder = workloadDirectory(workload);
    for (const path of own) if (path.startsWith(`${folder}/`)) own.delete(path);
    for (const path of await pathsBelow(folders.files, folder)) {
      if (!isFetched(path) && !files.has(path.slice(folder.length + 1))) await rm(join(folders.files, path));
    }
    for (const place of [workloadDirectory(workload), `secrets/${workload}`, secretEnvironmentFile(workload)]) {
      await rm(join(folders.generated, place), { recursive: true, force: true });
    }
  }

  async function showConflicts(paths: readonly string[]): Promise<void> {
    const transaction = await openTransaction(root);
    try {
      for (const path of paths) {
        const [merged, generated] = [await readEntry(folders.files, path), await readEntry(folders.generated, path)];
        if (merged !== undefined) await transaction.put(path, merged);
        if (generated !== undefined) await transaction.put(generatedFile(path), generated, { private: true });
      }
      await transaction.commit();
    } finally {
      await transaction.discard();
    }
  }

  return {
    made,
    again: mergeAll,
    async compose(workload, files) {
      await forget(workload, files);
      await writeFiles(join(folders.files, workloadDirectory(workload)), files);
      const conflicts = await mergeAll(workload);
      if (conflicts.length > 0) await withProject(root, () => showConflicts(conflicts));
      requireResolved(conflicts);
    },
  };
}

async function replaceEntry(root: string, path: string, entry: Entry | undefined): Promise<void> {
  if (entry === undefined) return;
  const target = join(root, path);
  await onDisk(root, async () => {
    await mkdir(dirname(target), { recursive: true });
    await rm(target, { force: true });
    if (entry.kind === 'link') await symlink(entry.target, target);
    else await writeFile(target, entry.bytes, { mode: isSecret(path) ? 0o600 : entry.executable ? 0o755 : 0o644 });
  });
}
