import { mkdir, readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import type { Project } from '../../../shared/model/project.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { PLAN_FILE } from '../bundle/layout.ts';
import { onDisk } from '../disk/on-disk.ts';
import { describeProject } from './describe.ts';
import { foundStore } from './store/found-store.ts';
import { requireHold } from './store/hold.ts';
import { STORE } from './store/layout.ts';
import { inTurn } from './store/queue.ts';
import { isProject } from './store/with-project.ts';

/** Makes a project in a folder that is empty or not there. Rejects with `project.exists` or `bundle.not-empty`. */
export function createProject(input: { directory: string; name?: string | undefined }): Promise<Project> {
  const root = resolve(input.directory);
  return inTurn(root, async () => {
    await onDisk(root, () => mkdir(root, { recursive: true }));
    await requireFree(root);
    await foundStore(root, { slipway: 1, name: input.name?.trim() || basename(root), step: 'connect' });
    await requireHold(root);
    return describeProject(root);
  });
}

async function requireFree(root: string): Promise<void> {
  const names = (await readdir(root)).filter((name) => name !== STORE);
  if ((await isProject(root)) || names.includes(PLAN_FILE)) {
    throw new SlipwayError('project.exists', sentence`${root} is a project already.`, {
      hint: sentence`Open it instead.`,
    });
  }
  if (names.length > 0) {
    throw new SlipwayError('bundle.not-empty', sentence`${root} is not empty.`, {
      hint: sentence`Choose a folder that is empty or not there yet.`,
    });
  }
}
