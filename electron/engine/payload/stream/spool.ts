import { createHash } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../../../shared/text/parse-json.ts';
import { readIfThere } from '../../disk/if-there.ts';
import { onDisk } from '../../disk/on-disk.ts';
import { bytesOfText } from '../../text/byte-text.ts';

const spooledSchema = z.object({
  path: z.string(),
  size: z.number().int(),
  /** Whole seconds. */
  mtime: z.number().int(),
  sha256: z.string(),
  /** Digest of the kind its package records, where it has one. */
  md5: z.string().optional(),
  sha1: z.string().optional(),
  /** Base64 by name. */
  xattrs: z.record(z.string(), z.string()).optional(),
  runs: z.array(z.object({ offset: z.number().int(), length: z.number().int() })).optional(),
});
/** A file of the server that lies complete on this machine. */
export type SpooledFile = z.infer<typeof spooledSchema>;

/** Files of the server on this machine, each noted in a journal once it is complete, so that a stream can be resumed. */
export interface Spool {
  readonly directory: string;
  readonly files: Map<string, SpooledFile>;
  /** Where the content of a path of the server is, or will be. */
  contentPath(path: string): string;
  /** Notes complete files; the journal is on disk when it resolves. */
  note(files: SpooledFile[]): Promise<void>;
}

export async function openSpool(directory: string): Promise<Spool> {
  const content = join(directory, 'content');
  const journal = join(directory, 'journal.jsonl');
  await onDisk(directory, () => mkdir(content, { recursive: true, mode: 0o700 }));
  const files = new Map((await readJournal(journal)).map((file) => [file.path, file]));
  return {
    directory,
    files,
    contentPath: (path) => join(content, createHash('sha256').update(bytesOfText(path)).digest('hex').slice(0, 40)),
    async note(complete) {
      for (const file of complete) files.set(file.path, file);
      const lines = complete.map((file) => `${JSON.stringify(file)}\n`).join('');
      await onDisk(directory, () => appendFile(journal, lines, { mode: 0o600 }));
    },
  };
}

/** The journal's readable lines: the last one may be cut off. */
async function readJournal(journal: string): Promise<SpooledFile[]> {
  const text = (await readIfThere(journal)) ?? '';
  return text.split('\n').flatMap((line) => {
    const parsed = parseJson(line, spooledSchema);
    return parsed.success ? [parsed.data] : [];
  });
}
