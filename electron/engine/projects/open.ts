import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import type { Project } from '../../../shared/model/project.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { PLAN_FILE } from '../bundle/layout.ts';
import { adoptBundle } from './adopt-bundle.ts';
import { describeProject } from './describe.ts';
import { nameOf } from './holder.ts';
import { isRunningHere } from './store/busy.ts';
import { readPlan } from './store/content.ts';
import { seizeHold, takeHoldPatiently } from './store/hold.ts';
import { inTurn } from './store/queue.ts';
import { sweepStore } from './store/sweep-store.ts';
import { recover } from './store/transaction.ts';
import { isProject } from './store/with-project.ts';

interface OpenInput {
  directory: string;
  /** Take it from the program that has it open. */
  takeOver?: boolean | undefined;
}

/**
 * Opens a project by its folder or its `slipway.yaml`; a bundle becomes a project by it. One that another program has
 * open is only looked at. Rejects with `project.missing`.
 */
export async function openProject(input: OpenInput): Promise<Project> {
  const root = await folderOf(resolve(input.directory));
  return inTurn(root, async () => {
    if (!(await isProject(root))) await adopt(root);
    if (input.takeOver === true) await seizeHold(root);
    const holder = await takeHoldPatiently(root);
    if (holder === undefined) await settle(root);
    return { ...(await describeProject(root)), ...(holder && { heldBy: nameOf(holder) }) };
  });
}

/** Finishes or removes what a killed process left. A run that goes on here or elsewhere keeps its own. */
async function settle(root: string): Promise<void> {
  await recover(root);
  if (!isRunningHere(root)) await sweepStore(root);
}

async function adopt(root: string): Promise<void> {
  const plan = await readPlan(root);
  if (plan === undefined) {
    throw new SlipwayError('project.missing', sentence`${root} holds no ${PLAN_FILE}.`, {
      hint: sentence`Choose the folder of a project, or make a new one.`,
    });
  }
  await adoptBundle(root, plan);
}

async function folderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && basename(path) === PLAN_FILE ? dirname(path) : path;
}
