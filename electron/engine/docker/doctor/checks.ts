import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { apiVersion } from './api-version.ts';
import { architecture } from './architecture.ts';
import { cgroupVersion } from './cgroup-version.ts';
import { dataRoot } from './data-root.ts';
import { engineVersion } from './engine-version.ts';
import { engineWarnings } from './engine-warnings.ts';
import { garbage } from './garbage.ts';
import type { HostData } from './gather.ts';
import { initProgram } from './init-program.ts';
import { kernel } from './kernel.ts';
import { limits } from './limits.ts';
import { liveRestore } from './live-restore.ts';
import { logRotation } from './log-rotation.ts';
import { security } from './security.ts';
import { storageDriver } from './storage-driver.ts';

/** One question about a Docker host, answered from data alone. */
export type HostCheck = (data: HostData) => DoctorCheck;

/** All checks, in the order in which they are shown. A new one is a file of this folder and a line here. */
export const hostChecks: readonly HostCheck[] = [
  engineVersion,
  apiVersion,
  kernel,
  architecture,
  cgroupVersion,
  limits,
  storageDriver,
  dataRoot,
  garbage,
  initProgram,
  liveRestore,
  logRotation,
  security,
  engineWarnings,
];
