import type { Workload } from '../../../../../shared/model/plan.ts';

export type PlannedDirectory = Workload['directories'][number];

/** The workload with an empty directory; one that is planned already gets the given owner and mode. */
export function addDirectory(workload: Workload, directory: PlannedDirectory): Workload {
  const known = workload.directories.find((one) => one.path === directory.path);
  if (known === undefined) return { ...workload, directories: [...workload.directories, directory] };
  if (known.mode === directory.mode && known.uid === directory.uid && known.gid === directory.gid) return workload;
  return { ...workload, directories: workload.directories.map((one) => (one === known ? directory : one)) };
}
