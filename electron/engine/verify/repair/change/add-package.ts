import type { Workload } from '../../../../../shared/model/plan.ts';

/** The workload with whole packages of the server besides those it has; the given one where it has them all. */
export function addPackages(workload: Workload, packages: Workload['files']['packages']): Workload {
  const known = new Set(workload.files.packages.map((one) => one.name));
  const added = packages.filter((one) => !known.has(one.name));
  if (added.length === 0) return workload;
  return { ...workload, files: { ...workload.files, packages: [...workload.files.packages, ...added] } };
}
