import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { requireHold, takeHold } from './hold.ts';
import { PROJECT_FILE } from './layout.ts';
import { inTurn } from './queue.ts';
import { recover } from './transaction.ts';

/**
 * Works on a project's folder (given as an absolute path) while nobody else does, in this process or another one, after
 * whatever a killed process began there was finished. Only for what is quick: a job that waits for a server takes its
 * turn for its steps on this machine alone. Rejects with `project.missing`, and with `project.held` where another
 * process has the project.
 */
export function withProject<Result>(directory: string, work: (root: string) => Promise<Result>): Promise<Result> {
  const root = resolve(directory);
  return inTurn(root, async () => {
    if (!(await isProject(root))) throw missing(root);
    await requireHold(root);
    await recover(root);
    return work(root);
  });
}

/** Looks at a project and changes nothing in it: also while another process has it, or where nothing can be written. */
export function lookAtProject<Result>(directory: string, work: (root: string) => Promise<Result>): Promise<Result> {
  const root = resolve(directory);
  return inTurn(root, async () => {
    if (!(await isProject(root))) throw missing(root);
    if (await isOurs(root)) await recover(root);
    return work(root);
  });
}

function isOurs(root: string): Promise<boolean> {
  return takeHold(root).then(
    (holder) => holder === undefined,
    () => false,
  );
}

export async function isProject(root: string): Promise<boolean> {
  const found = await lstat(join(root, PROJECT_FILE)).catch(() => undefined);
  return found?.isFile() === true;
}

function missing(root: string): SlipwayError {
  return new SlipwayError('project.missing', sentence`${root} is no Slipway project.`, {
    hint: sentence`Open the folder that holds its slipway.yaml, or make a new project.`,
  });
}
