import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { mustRun } from '../../../scripts/machine/run.ts';
import { type Needle, searchStream } from './search-stream.ts';

/** Says where in what Git has, or would take, a needle occurs: every object of the history, every file not ignored. */
export async function searchBundle(bundle: string, needles: readonly Needle[]): Promise<string[]> {
  const inHistory = [...(await searchHistory(bundle, needles))].map((name) => `${name} in Git's history`);
  return [...inHistory, ...(await searchFiles(bundle, needles))];
}

async function searchHistory(bundle: string, needles: readonly Needle[]): Promise<Set<string>> {
  const git = spawn('git', ['-C', bundle, 'cat-file', '--batch-all-objects', '--batch'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(git, 'exit');
  const found = await searchStream(git.stdout, needles);
  const [code] = await ended;
  if (code !== 0) throw new Error(`git cat-file failed with exit code ${String(code)}.`);
  return found;
}

async function searchFiles(bundle: string, needles: readonly Needle[]): Promise<string[]> {
  const listed = await mustRun('git', ['-C', bundle, 'ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const files = listed.split('\0').filter((file) => file !== '');
  if (files.length === 0) throw new Error(`Git has no file in ${bundle}.`);
  const places: string[] = [];
  for (const file of files) {
    const found = await searchStream(await contentOf(join(bundle, file)), needles);
    places.push(...[...found].map((name) => `${name} in ${file}`));
  }
  return places;
}

/** What Git stores of a path: of a link, where it points to, which may well be nowhere. */
async function contentOf(path: string): Promise<Readable> {
  const isLink = (await lstat(path)).isSymbolicLink();
  return isLink ? Readable.from([Buffer.from(await readlink(path))]) : createReadStream(path);
}
