import type { Workload } from '../../../../../shared/model/plan.ts';

type PlannedPackage = Workload['files']['packages'][number];

/**
 * The workload with packages of the server besides those it has; one that it has in part only becomes whole where it is
 * asked for as such. The given workload where it has them all.
 */
export function addPackages(workload: Workload, packages: PlannedPackage[]): Workload {
  const known = new Map(workload.files.packages.map((one) => [one.name, one]));
  const added = packages.filter((one) => adds(one, known.get(one.name)));
  if (added.length === 0) return workload;
  const names = new Set(added.map((one) => one.name));
  const kept = workload.files.packages.filter((one) => !names.has(one.name));
  return { ...workload, files: { ...workload.files, packages: [...kept, ...added] } };
}

function adds(wanted: PlannedPackage, known: PlannedPackage | undefined): boolean {
  return known === undefined || (known.onlyFor !== undefined && wanted.onlyFor === undefined);
}
