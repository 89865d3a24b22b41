import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { DataDisk, HostData } from './gather.ts';
import { readableSize } from './sizes.ts';

const scarceBytes = 10e9;
const tooFewBytes = 2e9;
const scarceShare = 0.1;

/** R7: where images and volumes lie, and how much room is left there, in bytes and in inodes. */
export function dataRoot({ info, disk }: HostData): DoctorCheck {
  const check = { id: 'data-root', title: sentence`Room for images and volumes` };
  if (disk === undefined) {
    return {
      ...check,
      level: 'note',
      found: info.DockerRootDir,
      advice: sentence`Free space shows only on the machine itself: df -h ${quoted(info.DockerRootDir)} and df -i ${quoted(info.DockerRootDir)}.`,
    };
  }
  const { level, advice } = judge(disk);
  const place = disk.isRoot
    ? sentence`${info.DockerRootDir} on the root file system`
    : sentence`${info.DockerRootDir} on a file system of its own`;
  const room = sentence`${readableSize(disk.freeBytes)} of ${readableSize(disk.totalBytes)} free`;
  return { ...check, level, found: [place, room, ...inodes(disk)].join('; '), advice };
}

function judge(disk: DataDisk): Pick<DoctorCheck, 'level' | 'advice'> {
  const inodesScarce = disk.totalInodes > 0 && disk.freeInodes / disk.totalInodes < scarceShare;
  if (disk.freeBytes < tooFewBytes)
    return { level: 'error', advice: sentence`Too little for a build: free space first.` };
  if (inodesScarce)
    return { level: 'warning', advice: sentence`Few inodes are left: many small files fill a disk that has space.` };
  if (disk.freeBytes < scarceBytes)
    return { level: 'warning', advice: sentence`Little space is left: remove what nothing uses.` };
  if (disk.isRoot) {
    return {
      level: 'note',
      advice: sentence`A full Docker then fills / as well: give data-root (daemon.json) a file system of its own.`,
    };
  }
  return { level: 'ok', advice: '' };
}

function inodes(disk: DataDisk): string[] {
  if (disk.totalInodes === 0) return [];
  return [sentence`${Math.round((disk.freeInodes / disk.totalInodes) * 100)}% of inodes free`];
}

/** The path comes from the engine: it is shown as one word of a shell, whatever stands in it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
