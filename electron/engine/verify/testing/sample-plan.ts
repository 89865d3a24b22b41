import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { samplePod } from './sample-workload.ts';

/** A plan of these workloads, each in a pod of its own. */
export function samplePlan(...workloads: Workload[]): Plan {
  return {
    slipway: 1,
    server: {
      name: 'legacy',
      os: { id: 'debian', versionId: '12', codename: 'bookworm', prettyName: 'Debian GNU/Linux 12' },
      architecture: 'x86_64',
      timeZone: 'Etc/UTC',
      locale: {},
      packageManager: 'dpkg',
    },
    workloads,
    pods: workloads.map((workload) => samplePod(workload.name)),
    endpoints: [],
    skipped: [],
    gaps: [],
  };
}
