import { isAbsolute, relative, resolve, sep } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { copyToFolder } from '../bundle/export/copy-folder.ts';
import { copyToZip } from '../bundle/export/copy-zip.ts';
import { readRepository } from '../bundle/export/repository.ts';
import { type SortedFile, sortFiles } from '../bundle/export/sort-files.ts';
import type { Noting } from '../bundle/staging.ts';
import type { JobContext } from '../job-context.ts';
import { noteExport } from '../projects/note-export.ts';
import { noteOutside } from '../projects/store/outside.ts';
import { inTurn } from '../projects/store/queue.ts';
import { isProject } from '../projects/store/with-project.ts';
import { checkExport } from './check-export.ts';

interface CopyInput {
  directory: string;
  kind: 'folder' | 'zip';
  target: string;
}

/** Copies what Git would hold, large payloads included: a copy has no limit of size. All of it or nothing. */
export async function copyBundle(input: CopyInput, job: JobContext): Promise<{ files: number; bytes: number }> {
  const [directory, target] = [resolve(input.directory), resolve(input.target)];
  requireOutside(directory, target);
  const copied = await inTurn(directory, async () => {
    await checkExport(directory, job.signal);
    const files = await filesToCopy(directory, job.signal);
    const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const copy = input.kind === 'zip' ? copyToZip : copyToFolder;
    await noted(directory, (noting) =>
      copy(directory, files, target, { signal: job.signal, copied: tellProgress(bytes, job), noting }),
    );
    return { files: files.length, bytes };
  });
  await noteExport(directory, { way: input.kind, at: new Date().toISOString(), target });
  return copied;
}

/** The project remembers where the draft of its copy lies, should this process be killed. */
async function noted(directory: string, copy: (noting: Noting) => Promise<void>): Promise<void> {
  let forget: (() => Promise<void>) | undefined;
  try {
    await copy(async (path) => {
      if (await isProject(directory)) forget = await noteOutside(directory, path);
    });
  } finally {
    await forget?.();
  }
}

async function filesToCopy(directory: string, signal: AbortSignal): Promise<SortedFile[]> {
  const { tracked } = await readRepository(directory, signal);
  return (await sortFiles(directory, tracked)).filter(({ place }) => place !== 'ignored');
}

function tellProgress(total: number, job: JobContext): (file: SortedFile) => void {
  let done = 0;
  return ({ sizeBytes }) => {
    done += sizeBytes;
    job.emit({ type: 'progress', step: 'export', done, total, unit: 'bytes' });
  };
}

function requireOutside(directory: string, target: string): void {
  const way = relative(directory, target);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw new SlipwayError('usage', sentence`A copy cannot lie inside the project itself.`, {
    hint: sentence`Choose a place outside the project’s folder.`,
  });
}
