import type { Pod, Workload } from '../../../../shared/model/plan.ts';
import { emptyWorkload } from '../../../../shared/testing/empty-plan.ts';

/** The portal as a plain workload; `changes` say what the test is about. */
export function sampleWorkload(changes: Partial<Workload> = {}): Workload {
  return emptyWorkload({
    title: 'Portal',
    command: ['/opt/portal/bin/portald'],
    commandReason: 'as it runs',
    workingDirectory: '/opt/portal',
    stop: { signal: 'SIGTERM', graceSeconds: 10 },
    ...changes,
  });
}

export function samplePod(...workloads: string[]): Pod {
  return { name: workloads[0] ?? 'pod', workloads, sharedDirectories: [], reason: 'test' };
}
