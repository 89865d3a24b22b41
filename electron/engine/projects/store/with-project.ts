import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';
import { PROJECT_FILE } from './layout.ts';
import { inTurn } from './queue.ts';
import { recover } from './transaction.ts';

/**
 * Works on a project's folder (given as an absolute path) while nobody else in this process does, after whatever a
 * killed process began there was finished. Only for what is quick: a job that waits for a server takes its turn for its
 * steps on this machine alone. Rejects with `project.missing`.
 */
export function withProject<Result>(directory: string, work: (root: string) => Promise<Result>): Promise<Result> {
  const root = resolve(directory);
  return inTurn(root, async () => {
    if (!(await isProject(root))) throw missing(root);
    await recover(root);
    return work(root);
  });
}

export async function isProject(root: string): Promise<boolean> {
  const found = await lstat(join(root, PROJECT_FILE)).catch(() => undefined);
  return found?.isFile() === true;
}

function missing(root: string): SlipwayError {
  return new SlipwayError('project.missing', `${root} is no Slipway project.`, {
    hint: 'Open the folder that holds its slipway.yaml, or make a new project.',
  });
}
