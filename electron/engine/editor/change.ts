import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import type { FileContent } from '../../../shared/model/project-file.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { isRecord, isSecret } from '../projects/regenerate/kinds.ts';
import { generatedFile } from '../projects/store/layout.ts';
import { readEntry, textEntry } from '../projects/store/read-entry.ts';
import { openTransaction } from '../projects/store/transaction.ts';
import { withProject } from '../projects/store/with-project.ts';
import { contentOf, readEditable, requireSize } from './content.ts';
import { stateOf, versionOf } from './file-state.ts';
import { canonicalNewPath, denied, shown } from './paths.ts';

interface OneFile {
  directory: string;
  path: string;
}

/** Saves a text as the next version of the one that was read. Rejects with `file.changed` where another one is there. */
export function writeFile({ directory, path, text, version }: OneFile & { text: string; version: string }) {
  return withProject(directory, async (root): Promise<FileContent> => {
    requireSize(path, text);
    const present = await readEditable(root, path);
    if (versionOf(present.text) !== version) {
      throw new SlipwayError('file.changed', sentence`${shown(path)} was changed by somebody else meanwhile.`, {
        hint: sentence`Look at what is there now, then save again what is still missing.`,
      });
    }
    await replace(root, present.real, text);
    return contentOf(root, path);
  });
}

/** Back to what was generated last. Rejects with `file.denied` for a file that Slipway did not write. */
export function revertFile({ directory, path }: OneFile): Promise<FileContent> {
  return withProject(directory, async (root) => {
    const { real } = await readEditable(root, path);
    const base = await readEntry(root, generatedFile(real));
    if (base?.kind !== 'file')
      throw denied(sentence`${shown(path)} was not written by Slipway, so there is nothing to go back to.`);
    await replace(root, real, base.bytes.toString('utf8'));
    return contentOf(root, path);
  });
}

/** Makes a file and the folders to it. Rejects with `file.changed` where something of that name is there. */
export function createFile({ directory, path, text }: OneFile & { text: string }): Promise<FileContent> {
  return withProject(directory, async (root) => {
    requireSize(path, text);
    const real = await canonicalNewPath(root, path);
    if (isSecret(real)) throw denied(sentence`${shown(path)} would hold a secret, which is not written here.`);
    if (isRecord(real)) throw denied(sentence`${shown(path)} is a record that Slipway keeps.`);
    if (await lstat(join(root, real)).catch(() => undefined)) {
      throw new SlipwayError('file.changed', sentence`${shown(path)} is there already.`, {
        hint: sentence`Choose another name.`,
      });
    }
    await replace(root, real, text);
    return contentOf(root, path);
  });
}

/** Removes a file that is a person's own; what Slipway generates would only come back. */
export function removeFile({ directory, path }: OneFile): Promise<void> {
  return withProject(directory, async (root) => {
    // The link itself goes, not what it points at; its folder must lie in the project.
    const real = await canonicalNewPath(root, path);
    if (isSecret(real) || isRecord(real) || (await stateOf(root, real)) !== 'own') {
      throw denied(sentence`${shown(path)} was written by Slipway and is not removed here.`);
    }
    const transaction = await openTransaction(root);
    transaction.remove(real);
    await transaction.commit();
  });
}

/** With the mode that the file had. */
async function replace(root: string, real: string, text: string): Promise<void> {
  const present = await readEntry(root, real);
  const transaction = await openTransaction(root);
  try {
    await transaction.put(real, textEntry(text, present?.kind === 'file' && present.executable));
    await transaction.commit();
  } finally {
    await transaction.discard();
  }
}
