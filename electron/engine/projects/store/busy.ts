import { resolve } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';

/** Projects whose plan is being run, and so must stay what it is. */
const running = new Set<string>();

/** Runs a project's plan while nothing else changes it. Rejects with `project.busy` where that is going on already. */
export async function whileRunning<Result>(directory: string, work: () => Promise<Result>): Promise<Result> {
  requireIdle(directory);
  const root = resolve(directory);
  running.add(root);
  try {
    return await work();
  } finally {
    running.delete(root);
  }
}

/** Rejects with `project.busy` while the project's plan is being run. */
export function requireIdle(directory: string): void {
  if (!running.has(resolve(directory))) return;
  throw new SlipwayError('project.busy', 'This project is being built and run just now.', {
    hint: 'Wait until that has ended, or cancel it.',
  });
}
