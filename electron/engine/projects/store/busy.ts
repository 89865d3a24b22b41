import { resolve } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { changeSettings } from './change-settings.ts';
import { isAlive, isThisProcess, thisProcess } from './owner.ts';

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
  if (isRunningHere(directory)) throw busy();
}

export function isRunningHere(directory: string): boolean {
  return running.has(resolve(directory));
}

/**
 * Notes in the project that this process runs its plan, so that others keep away from it, and so that whoever opens it
 * after a kill knows of it. Rejects with `project.busy` where another process that is still there has it.
 */
export function claimRun(directory: string): Promise<void> {
  return changeSettings(directory, (settings) => {
    const { running: owner } = settings;
    if (owner !== undefined && isAlive(owner) && !isThisProcess(owner)) throw busy();
    return { ...settings, running: thisProcess() };
  });
}

export function releaseRun(directory: string): Promise<void> {
  return changeSettings(directory, ({ running: _ended, ...settings }) => settings);
}

function busy(): SlipwayError {
  return new SlipwayError('project.busy', sentence`This project is being built and run just now.`, {
    hint: sentence`Wait until that has ended, or cancel it.`,
  });
}
