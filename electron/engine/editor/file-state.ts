import { createHash } from 'node:crypto';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectFile } from '../../../shared/model/project-file.ts';
import { PLAN_FILE } from '../bundle/layout.ts';
import { hasConflict } from '../bundle/merge/merge-text.ts';
import { isRecord, isSecret } from '../projects/regenerate/kinds.ts';
import { generatedFile } from '../projects/store/layout.ts';
import { readEntry, sameEntry } from '../projects/store/read-entry.ts';

/** How much of a file tells whether it is text. */
const sampleBytes = 4096;

export async function kindOf(root: string, path: string): Promise<ProjectFile['kind']> {
  if (isSecret(path)) return 'secret';
  const handle = await open(join(root, path), 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return isTextSample(buffer.subarray(0, bytesRead)) ? 'text' : 'binary';
  } finally {
    await handle.close();
  }
}

/** A character may be cut in two at the end of a sample that is not the whole file. */
function isTextSample(sample: Buffer): boolean {
  if (sample.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: sample.length === sampleBytes });
    return true;
  } catch {
    return false;
  }
}

/** Whose a file is now. Sizes are compared first: most files need not be read. */
export async function stateOf(root: string, path: string): Promise<ProjectFile['state']> {
  if (isRecord(path)) return 'generated';
  const base = await lstat(join(root, generatedFile(path))).catch(() => undefined);
  if (base === undefined) return path === PLAN_FILE ? 'generated' : 'own';
  const present = await lstat(join(root, path));
  const entry = await readEntry(root, path);
  if (present.size === base.size && sameEntry(await readEntry(root, generatedFile(path)), entry)) return 'generated';
  return entry?.kind === 'file' && hasConflict(entry.bytes.toString()) ? 'conflict' : 'edited';
}

/** Names a version of a text. */
export function versionOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
