import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { isMissing } from '../disk/if-there.ts';
import { isInside } from '../projects/store/inside.ts';
import { STORE } from '../projects/store/layout.ts';

/** What the editor never shows, by any name on the way: Git's own folder and ours. */
export function isHidden(path: string): boolean {
  return path.split('/').includes('.git') || path === STORE || path.startsWith(`${STORE}/`);
}

/**
 * The canonical relative path of a file of the project, links followed, as far as it stays in the project. Rejects with
 * `file.denied` for what lies outside or is hidden, and with `file.missing` where there is nothing.
 */
export async function canonicalPath(root: string, path: string): Promise<string> {
  requireShape(path);
  const real = await realpath(join(root, path)).catch((error: unknown) => {
    if (isMissing(error)) throw missing(path);
    throw denied(sentence`${shown(path)} cannot be read.`);
  });
  return requireVisible(await realpath(root), real, path);
}

/** The same for a file that is to be made: its nearest folder that is there must lie in the project. */
export async function canonicalNewPath(root: string, path: string): Promise<string> {
  requireShape(path);
  const parts = path.split('/');
  for (let length = parts.length - 1; length >= 0; length -= 1) {
    const folder = await realpath(join(root, ...parts.slice(0, length))).catch(() => undefined);
    if (folder === undefined) continue;
    return requireVisible(await realpath(root), join(folder, ...parts.slice(length)), path);
  }
  throw missing(path);
}

function requireShape(path: string): void {
  if (!isInside(path) || isHidden(path)) throw denied(sentence`${shown(path)} is no file of this project.`);
}

function requireVisible(root: string, real: string, path: string): string {
  const inside = relative(root, real).split(sep).join('/');
  if (!isInside(inside) || isHidden(inside)) throw denied(sentence`${shown(path)} leads out of the project.`);
  return inside;
}

export function denied(message: string): SlipwayError {
  return new SlipwayError('file.denied', message, {
    hint: sentence`Choose a file of the project; what it must not show can be changed outside of Slipway.`,
  });
}

function missing(path: string): SlipwayError {
  return new SlipwayError('file.missing', sentence`${shown(path)} is not there.`, {
    hint: sentence`Somebody may have removed or renamed it; look at the list of files again.`,
  });
}

export function shown(path: string): string {
  return JSON.stringify(path.slice(-120)).slice(1, -1);
}
