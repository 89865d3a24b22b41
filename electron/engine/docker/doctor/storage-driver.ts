import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { EngineInfo } from '../info.ts';
import type { HostData } from './gather.ts';

type Advice = Pick<DoctorCheck, 'level' | 'advice'>;

/** What each driver is known for; Docker's own documentation of storage drivers. */
const drivers: Record<string, Advice> = {
  overlay2: { level: 'ok', advice: '' },
  overlayfs: { level: 'ok', advice: '' },
  btrfs: { level: 'ok', advice: sentence`Balance the file system now and then: it runs full before df says so.` },
  zfs: { level: 'ok', advice: '' },
  'fuse-overlayfs': {
    level: 'note',
    advice: sentence`Slower than overlay2, which kernels from 5.11 offer to rootless engines too.`,
  },
  overlay: {
    level: 'warning',
    advice: sentence`Uses an inode a file and layer and runs out of them; gone since engine 23. Change to overlay2.`,
  },
  aufs: {
    level: 'warning',
    advice: sentence`Not in upstream kernels and gone since engine 24. Save the images and change to overlay2.`,
  },
  vfs: {
    level: 'warning',
    advice: sentence`Copies the whole image for every layer: slow and large. Change to overlay2.`,
  },
};

/** R7: the driver, its backing, and the limits that come with them. */
export function storageDriver({ info }: HostData): DoctorCheck {
  const backing = statusOf(info, 'Backing Filesystem');
  const found = backing === undefined ? info.Driver : sentence`${info.Driver} on ${backing}`;
  return { id: 'storage-driver', title: sentence`Storage driver`, found, ...adviceFor(info) };
}

function adviceFor(info: EngineInfo): Advice {
  if (info.Driver === 'devicemapper') return devicemapper(info);
  if (statusOf(info, 'Supports d_type') === 'false') {
    return {
      level: 'error',
      advice: sentence`The backing file system has no d_type: removed files come back. Make xfs anew with ftype=1, or use ext4.`,
    };
  }
  return (
    ownValue(drivers, info.Driver) ?? {
      level: 'note',
      advice: sentence`Not a driver that is widely used; overlay2 is.`,
    }
  );
}

function devicemapper(info: EngineInfo): Advice {
  const base = statusOf(info, 'Base Device Size');
  const limit = sentence`An image and container together may not pass ${base ?? '10 GB'} (dm.basesize).`;
  if (statusOf(info, 'Data loop file') !== undefined) {
    return {
      level: 'error',
      advice: sentence`loop-lvm is for trials only: slow and unsafe. ${limit} Change to overlay2.`,
    };
  }
  return { level: 'warning', advice: sentence`${limit} The driver is gone since engine 25. Change to overlay2.` };
}

function statusOf(info: EngineInfo, key: string): string | undefined {
  return info.DriverStatus.find(([name]) => name === key)?.[1];
}
