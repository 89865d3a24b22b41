import { join } from 'node:path';
import type { Project } from '../../../shared/model/project.ts';
import { PLAN_FILE } from '../bundle/layout.ts';
import { exists } from '../disk/if-there.ts';
import { readResult } from './store/result.ts';
import { listScans } from './store/scans.ts';
import { readSettings } from './store/settings.ts';

/** A project as the front ends see it. */
export async function describeProject(root: string): Promise<Project> {
  const { name, server, docker, step, kept, running, lastExport } = await readSettings(root);
  const scan = (await listScans(root)).at(-1);
  const result = await readResult(root);
  return {
    directory: root,
    name,
    ...(server && { server }),
    ...(docker && { docker }),
    step,
    ...(scan && { scan }),
    hasPlan: await exists(join(root, PLAN_FILE)),
    ...(kept?.unfinished && running === undefined && { interrupted: true }),
    ...(result && { lastRun: { at: result.at, result: result.result } }),
    ...(lastExport && { lastExport }),
  };
}
