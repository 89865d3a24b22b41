import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { onDisk } from '../../disk/on-disk.ts';

/** Writes a file so that whoever reads it, also after a power cut, finds the old content or the new one. */
export async function writeAtomically(file: string, content: string | Buffer, mode = 0o600): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  await onDisk(file, async () => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    try {
      await writeDurably(draft, content, mode);
      await rename(draft, file);
    } finally {
      await rm(draft, { force: true });
    }
  });
}

/** Writes a file that is on the disk when this resolves. */
export async function writeDurably(file: string, content: string | Buffer, mode: number): Promise<void> {
  const handle = await open(file, 'w', mode);
  try {
    await handle.writeFile(content);
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
