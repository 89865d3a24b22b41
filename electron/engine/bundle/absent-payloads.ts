import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { isMissing } from '../disk/if-there.ts';
import { type PayloadLock, readLock } from './large-payloads.ts';
import { workloadDirectory } from './layout.ts';

/** A payload that Git did not bring along. */
export interface AbsentPayload {
  workload: string;
  /** From the bundle's root. */
  path: string;
  /** What it must be, where `payload.lock` or Git LFS says it. */
  lock: PayloadLock | undefined;
}

/** The payloads of a plan that are not here: there is no file, or only what Git LFS puts in its place. */
export async function absentPayloads(root: string, plan: Plan): Promise<AbsentPayload[]> {
  const found = await Promise.all(
    plan.workloads.map(async ({ name: workload }): Promise<AbsentPayload | undefined> => {
      const path = `${workloadDirectory(workload)}/payload.tar`;
      const start = await startOf(join(root, path));
      if (start === undefined) return { workload, path, lock: await readLock(root, path) };
      const lock = parsePointer(start);
      return lock === undefined ? undefined : { workload, path, lock };
    }),
  );
  return found.filter((one) => one !== undefined);
}

/** Rejects with `bundle.invalid` where a payload is not here. */
export async function requirePayloads(root: string, plan: Plan): Promise<void> {
  const [absent] = await absentPayloads(root, plan);
  if (absent !== undefined) throw notHere(root, absent, plan);
}

/** The error that says how a payload comes back. */
export function notHere(root: string, { path, lock }: AbsentPayload, plan: Plan): SlipwayError {
  if (lock === undefined) {
    return new SlipwayError(
      'bundle.invalid',
      sentence`${join(root, path)} is missing, and no payload.lock says what it was.`,
      {
        hint: sentence`Take it from where the bundle was made (git checkout, git lfs pull), or migrate again.`,
      },
    );
  }
  return new SlipwayError('bundle.invalid', sentence`${join(root, path)} is not here: Git has only its hash.`, {
    hint: sentence`Fetch it again with \`slipway build DIR --from TARGET\`, TARGET being ${plan.server.name}; or with \`git lfs pull\`.`,
  });
}

/** The pointer of Git LFS, as its specification has it: three lines, far less than this. */
const longestPointer = 1024;

async function startOf(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(longestPointer), position: 0 });
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function parsePointer(text: string): PayloadLock | undefined {
  if (!text.startsWith('version https://git-lfs.github.com/spec/v1\n')) return undefined;
  const [, hash] = /^oid sha256:([0-9a-f]{64})$/m.exec(text) ?? [];
  const [, size] = /^size (\d{1,15})$/m.exec(text) ?? [];
  return hash === undefined || size === undefined ? undefined : { sha256: hash, size: Number(size) };
}
