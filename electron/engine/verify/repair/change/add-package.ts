import type { Workload } from '../../../../../shared/model/plan.ts';

/** The workload with a whole package of the server; the given one where it has it already. */
export function addPackage(workload: Workload, name: string, version: string, reason: string): Workload {
  if (workload.files.packages.some((one) => one.name === name)) return workload;
  const packages = [...workload.files.packages, { name, version, reason }];
  return { ...workload, files: { ...workload.files, packages } };
}
