import type { Pod, Workload } from '../../../../shared/model/plan.ts';
import { objectName, pathMark } from './names.ts';

export interface PodVolume {
  name: string;
  path: string;
  /** The workload whose data it is; undefined where the whole pod shares it. */
  workload: string | undefined;
  /** Of a shared one, the owner and mode that a member's plan says: it then lives in memory, as /run does. */
  memory?: { mode: number; uid: number; gid: number };
}

/**
 * The volumes of a pod: one for each stateful path of a workload, one for each directory of unix sockets that the
 * members share. A path that is both is shared.
 */
export function podVolumes(pod: Pod, members: Workload[], mark: string): PodVolume[] {
  const shared = new Set(pod.sharedDirectories.map(({ path }) => path));
  return [
    ...[...shared].map((path) => {
      const directory = members.flatMap(({ directories }) => directories).find((one) => one.path === path);
      const memory = directory && { mode: directory.mode, uid: directory.uid, gid: directory.gid };
      return { name: objectName(mark, pathMark(path), pod.name), path, workload: undefined, ...(memory && { memory }) };
    }),
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
