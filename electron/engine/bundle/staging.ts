import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { onDisk } from '../disk/on-disk.ts';
import { PLAN_FILE } from './layout.ts';

/** A folder beside its goal, which becomes the goal as a whole or disappears. */
export interface Staging {
  readonly path: string;
  /** Puts everything in its place. */
  commit(): Promise<void>;
  /** Removes it and whatever was made for it. Harmless after a commit. */
  discard(): Promise<void>;
}

/** Hears where the staging folder lies, before anything is in it; what a killed process leaves is found by that. */
export type Noting = (path: string) => Promise<void>;

/**
 * Opens a staging folder on the same file system as `directory`: its sibling, or, where `directory` exists and is empty,
 * a folder in it (it may be a mount point, or its parent closed to us). Rejects with `bundle.not-empty`, `disk.full` or
 * `disk.denied`.
 */
export async function openStaging(directory: string, noting?: Noting): Promise<Staging> {
  const target = resolve(directory);
  return onDisk(target, async () => {
    const staging = await ((await isThereAndEmpty(target)) ? stageInside(target) : stageBeside(target));
    await noting?.(staging.path);
    return staging;
  });
}

async function stageBeside(target: string): Promise<Staging> {
  const parent = dirname(target);
  const made = await mkdir(parent, { recursive: true });
  const path = await mkdtemp(join(parent, `.${basename(target)}.slipway-`));
  let committed = false;
  return {
    path,
    commit: () =>
      onDisk(target, async () => {
        await refuseContent(target);
        await chmod(path, 0o777 & ~process.umask());
        await rename(path, target);
        committed = true;
      }),
    discard: async () => {
      await removeTree(path);
      if (made !== undefined && !committed) await removeEmptyDirectories(parent, made);
    },
  };
}

async function stageInside(target: string): Promise<Staging> {
  const path = await mkdtemp(join(target, '.slipway-'));
  return {
    path,
    commit: () =>
      onDisk(target, async () => {
        await refuseContent(target, basename(path));
        await moveChildren(path, target);
        await removeTree(path);
      }),
    discard: () => removeTree(path),
  };
}

/**
 * Moves them one by one, and all back where one of them fails. The plan comes last: where this is killed, what is there is
 * a bundle to nobody.
 */
async function moveChildren(from: string, to: string): Promise<void> {
  const moved: string[] = [];
  const names = await readdir(from);
  const isPlan = (name: string) => Number(name === PLAN_FILE);
  try {
    for (const name of names.sort((one, other) => isPlan(one) - isPlan(other))) {
      await rename(join(from, name), join(to, name));
      moved.push(name);
    }
  } catch (error) {
    for (const name of moved) await rename(join(to, name), join(from, name));
    throw error;
  }
}

/** False where there is nothing; rejects where it is a file or holds something. */
async function isThereAndEmpty(target: string): Promise<boolean> {
  const names = await namesIn(target);
  if (names === undefined) return false;
  if (names.length > 0) throw notEmpty(target);
  return true;
}

/** Somebody may have put something there while the bundle was made. */
async function refuseContent(target: string, except?: string): Promise<void> {
  const names = await namesIn(target);
  if (names?.some((name) => name !== except)) throw notEmpty(target);
}

async function namesIn(target: string): Promise<string[] | undefined> {
  try {
    return await readdir(target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // what node:fs throws
    if (code === 'ENOENT') return undefined;
    if (code === 'ENOTDIR')
      throw new SlipwayError('bundle.not-empty', sentence`${target} is a file.`, { hint: CHOOSE });
    throw error;
  }
}

const CHOOSE = sentence`Choose a directory that is empty or not there yet.`;

function notEmpty(target: string): SlipwayError {
  return new SlipwayError('bundle.not-empty', sentence`${target} is not empty.`, { hint: CHOOSE });
}

/** A tree may hold directories that came without the right to write in them. */
async function removeTree(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    await openDirectories(path);
    await rm(path, { recursive: true, force: true });
  }
}

async function openDirectories(path: string): Promise<void> {
  await chmod(path, 0o700);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await openDirectories(join(path, entry.name));
  }
}

/** The directories from `last` up to `first` that we made, as far as nobody else uses them. */
async function removeEmptyDirectories(last: string, first: string): Promise<void> {
  const names = await namesIn(last);
  if (names === undefined || names.length > 0) return;
  await rm(last, { recursive: true });
  if (last !== first) await removeEmptyDirectories(dirname(last), first);
}
