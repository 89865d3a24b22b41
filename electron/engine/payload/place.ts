import { createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SlipwayError } from '../../../shared/errors.ts';
import type { EvidenceEntry } from '../../../shared/model/evidence.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { diskError } from '../disk/on-disk.ts';
import type { JobContext } from '../job-context.ts';
import type { CollectedPayload } from './collect.ts';
import { type PackEntry, packTar } from './pack/pack.ts';

export interface PayloadTarget {
  /** `workloads/NAME` of the bundle. */
  workloadDir: string;
  /** `secrets` of the bundle; the workload's lie below its name. */
  secretsDir: string;
}

/**
 * Writes a workload's `payload.tar`, `app/` and `config/` and its secrets, replacing what an earlier round wrote.
 * Rejects with `disk.full` where there is no space, and with the signal's reason after a cancel.
 */
export async function placePayload(collected: CollectedPayload, into: PayloadTarget, job: JobContext): Promise<void> {
  const { entries, workload } = collected.evidence;
  const secrets = join(into.secretsDir, workload);
  try {
    await mkdir(into.workloadDir, { recursive: true });
    await writePayload(collected, join(into.workloadDir, 'payload.tar'), job.signal);
    await writeTree(placed(entries, 'app'), join(into.workloadDir, 'app'), collected, job.signal);
    await writeTree(placed(entries, 'config'), join(into.workloadDir, 'config'), collected, job.signal);
    await writeTree(placed(entries, 'secret'), secrets, collected, job.signal);
  } catch (error) {
    job.signal.throwIfAborted();
    throw diskError(into.workloadDir, error);
  }
}

/** Writes the payload alone, as a whole or not at all. */
export async function writePayload(collected: CollectedPayload, file: string, signal: AbortSignal): Promise<void> {
  const entries: PackEntry[] = placed(collected.evidence.entries, 'payload').map((entry) => {
    const runs = collected.runsOf(entry);
    return {
      entry,
      ...(entry.type === 'file' ? { local: collected.contentOf(entry) } : {}),
      ...(runs === undefined ? {} : { runs }),
    };
  });
  const part = `${file}.part`;
  try {
    await pipeline(Readable.from(packTar(entries)), createWriteStream(part), { signal });
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

function placed(entries: readonly EvidenceEntry[], place: EvidenceEntry['place']): EvidenceEntry[] {
  return entries.filter((entry) => entry.place === place);
}

/** Files first and links last, so that nothing is ever written through a link of the server's making. */
async function writeTree(
  entries: EvidenceEntry[],
  root: string,
  collected: CollectedPayload,
  signal: AbortSignal,
): Promise<void> {
  await rm(root, { recursive: true, force: true });
  const files = entries.filter(({ type }) => type === 'file');
  const links = entries.filter(({ type }) => type === 'symlink');
  for (const entry of files) {
    signal.throwIfAborted();
    const target = await prepare(root, entry);
    await copyFile(collected.contentOf(entry), target);
    await chmod(target, fileMode(entry));
  }
  for (const entry of links) await symlink(linkText(entry, entries), await prepare(root, entry));
}

async function prepare(root: string, entry: EvidenceEntry): Promise<string> {
  if (entry.path.split('/').includes('..')) throw unsafe(entry.path);
  const target = join(root, entry.path);
  const mode = entry.place === 'secret' ? 0o700 : 0o755;
  await mkdir(dirname(target), { recursive: true, mode });
  return target;
}

/** Git knows executable or not; a secret is its owner's alone. Real modes stand in the evidence. */
function fileMode(entry: EvidenceEntry): number {
  if (entry.place === 'secret') return 0o600;
  return (entry.mode & 0o100) === 0 ? 0o644 : 0o755;
}

/** An absolute link within the tree would point into this machine; relative, it means the same in both places. */
function linkText(entry: EvidenceEntry, entries: readonly EvidenceEntry[]): string {
  const target = entry.linkTarget ?? '';
  const inside = target.startsWith('/') && entries.some(({ path }) => path === posix.normalize(target));
  return inside ? posix.relative(posix.dirname(entry.path), posix.normalize(target)) : target;
}

function unsafe(path: string): SlipwayError {
  return new SlipwayError(
    'server.protocol',
    sentence`The server named a path that leaves the payload: ${JSON.stringify(path)}.`,
    {
      hint: sentence`Check the server; such a name does not come about by chance.`,
    },
  );
}
