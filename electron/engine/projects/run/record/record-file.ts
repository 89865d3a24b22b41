import { appendFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Recorded } from '../../../../../shared/model/run-record.ts';
import { onDisk } from '../../../disk/on-disk.ts';
import { RUNS } from '../../store/layout.ts';
import { writeAtomically } from '../../store/write-atomically.ts';
import { compact, type RecordLine } from './compact.ts';

/** So many runs are kept. */
const keptRuns = 5;
/** A record that grows beyond this, in characters, is made half as long. */
const mostCharacters = 2 * 1024 * 1024;
const name = /^\d{4}-[\dTZ-]+\.jsonl$/;

/** Records of a project's runs, the oldest first. */
export async function recordFiles(root: string): Promise<string[]> {
  const names = await readdir(join(root, RUNS)).catch(() => []);
  return names
    .filter((one) => name.test(one))
    .sort()
    .map((one) => join(root, RUNS, one));
}

export function newRecordFile(root: string, at: Date): string {
  return join(root, RUNS, `${at.toISOString().replaceAll(/[:.]/g, '-')}.jsonl`);
}

/** Removes all but the newest. */
export async function pruneRecords(root: string): Promise<void> {
  for (const file of (await recordFiles(root)).slice(0, -keptRuns)) {
    await onDisk(file, () => rm(file, { force: true }));
  }
}

/** A record as it is written: one JSON object a line, added to the file's end, so that what a kill leaves can be read. */
export interface RecordFile {
  add(entry: Recorded): void;
  /** Brings what was added to the disk. */
  flush(): Promise<void>;
}

export function openRecordFile(file: string, limit = mostCharacters): RecordFile {
  let lines: RecordLine[] = [];
  let size = 0;
  let written = 0;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    if (written === lines.length) return;
    if (size <= limit) {
      const text = textOf(lines.slice(written));
      written = lines.length;
      await onDisk(file, async () => {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await appendFile(file, text, { mode: 0o600 });
      });
      return;
    }
    lines = compact(lines, limit / 2);
    size = lines.reduce((sum, { text }) => sum + text.length, 0);
    written = lines.length;
    await writeAtomically(file, textOf(lines));
  }

  return {
    add(entry) {
      const line = { entry, text: `${JSON.stringify(entry)}\n` };
      lines.push(line);
      size += line.text.length;
    },
    flush() {
      writing = writing.then(write);
      return writing;
    },
  };
}

function textOf(lines: readonly RecordLine[]): string {
  return lines.map(({ text }) => text).join('');
}
