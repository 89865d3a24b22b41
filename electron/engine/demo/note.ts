import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { readJson } from '../projects/store/read-json.ts';
import { writeAtomically } from '../projects/store/write-atomically.ts';

/** Which demo server was started, in a file of the person's settings: it outlives the program that started it. */
const noteSchema = z.object({
  directory: z.string(),
  at: z.string(),
  running: z.boolean(),
  /** How it is known to whoever has connected to it. */
  known: z.object({ target: z.string(), fingerprint: z.string() }).exactOptional(),
});
export type DemoNote = z.infer<typeof noteSchema>;

/** A note that cannot be read any more is none: starting anew replaces the server, and so the note. */
export async function readNote(file: string): Promise<DemoNote | undefined> {
  return readJson(file, noteSchema).catch(() => undefined);
}

export async function writeNote(file: string, note: DemoNote): Promise<void> {
  await writeAtomically(file, `${JSON.stringify(note)}\n`);
}

export async function removeNote(file: string): Promise<void> {
  await rm(file, { force: true });
}
