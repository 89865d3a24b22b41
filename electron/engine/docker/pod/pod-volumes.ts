import type { Pod, Workload } from '../../../../shared/model/plan.ts';
import { objectName, pathMark } from './names.ts';

export interface PodVolume {
  name: string;
  path: string;
  /** The workload whose data it is; undefined where the whole pod shares it. */
  workload: string | undefined;
}

/**
 * The volumes of a pod: one for each stateful path of a workload, one for each directory of unix sockets that the
 * members share. A path that is both is shared.
 */
export function podVolumes(pod: Pod, members: Workload[], mark: string): PodVolume[] {
  const shared = new Set(pod.sharedDirectories.map(({ path }) => path));
  return [
    ...[...shared].map((path) => ({ name: objectName(mark, pathMark(path), pod.name), path, workload: undefined })),
    ...members.flatMap(({ name, data }) =>
      [...new Set(data.map(({ path }) => path))]
        .filter((path) => !shared.has(path))
        .map((path) => ({ name: objectName(mark, pathMark(`${name}:${path}`), name), path, workload: name })),
    ),
  ];
}

export function volumesOf(volumes: PodVolume[], workload: string): { name: string; path: string }[] {
  return volumes
    .filter((volume) => volume.workload === undefined || volume.workload === workload)
    .map(({ name, path }) => ({ name, path }));
}
