import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import type { Project } from '../../../shared/model/project.ts';
import { PLAN_FILE } from '../bundle/layout.ts';
import { adoptBundle } from './adopt-bundle.ts';
import { describeProject } from './describe.ts';
import { readPlan } from './store/content.ts';
import { inTurn } from './store/queue.ts';
import { recover } from './store/transaction.ts';
import { isProject } from './store/with-project.ts';

/** Opens a project by its folder or its `slipway.yaml`; a bundle becomes a project by it. Rejects with `project.missing`. */
export async function openProject(input: { directory: string }): Promise<Project> {
  const root = await folderOf(resolve(input.directory));
  return inTurn(root, async () => {
    if (await isProject(root)) await recover(root);
    else await adopt(root);
    return describeProject(root);
  });
}

async function adopt(root: string): Promise<void> {
  const plan = await readPlan(root);
  if (plan === undefined) {
    throw new SlipwayError('project.missing', `${root} holds no ${PLAN_FILE}.`, {
      hint: 'Choose the folder of a project, or make a new one.',
    });
  }
  await adoptBundle(root, plan);
}

async function folderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && basename(path) === PLAN_FILE ? dirname(path) : path;
}
