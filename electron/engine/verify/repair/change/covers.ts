import type { Workload } from '../../../../../shared/model/plan.ts';
import { isWithin } from '../../../detectors/support/paths.ts';

/** Whether the plan brings a path by name already: in the image, as configuration or as a secret. */
export function covers(workload: Workload, path: string): boolean {
  const trees = [...workload.files.include, ...workload.config];
  const listed = trees.some((one) => (one.scope === 'tree' ? isWithin(path, one.path) : path === one.path));
  return listed || workload.secrets.some((secret) => secret.kind === 'file' && secret.path === path);
}
