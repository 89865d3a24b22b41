import type { Pod, Workload } from '../../../../shared/model/plan.ts';

/** A plain workload for tests; `changes` say what the test is about. */
export function sampleWorkload(changes: Partial<Workload> = {}): Workload {
  return {
    name: 'portal',
    stack: 'native',
    title: 'Portal',
    evidence: [],
    fit: { grade: 'A', reasons: [] },
    strategy: 'minimal',
    base: { image: 'debian:bookworm-slim', reason: 'as the server' },
    hostname: 'portal',
    command: ['/opt/portal/bin/portald'],
    commandReason: 'as it runs',
    prepare: [],
    user: { name: 'root', uid: 0, gid: 0, groups: [] },
    identities: { users: [], groups: [] },
    workingDirectory: '/opt/portal',
    environment: [],
    ports: [],
    files: { packages: [], include: [], exclude: [] },
    config: [],
    secrets: [],
    data: [],
    logs: [],
    directories: [],
    health: { kind: 'process' },
    limits: { memoryBytes: 1 << 28, cpus: 1, pids: 100, reason: 'measured' },
    stop: { signal: 'SIGTERM', graceSeconds: 10 },
    init: true,
    needs: { capabilities: [], devices: [], sysctls: {}, kernelModules: [] },
    parity: [],
    repairs: [],
    notes: [],
    ...changes,
  };
}

export function samplePod(...workloads: string[]): Pod {
  return { name: workloads[0] ?? 'pod', workloads, sharedDirectories: [], reason: 'test' };
}
