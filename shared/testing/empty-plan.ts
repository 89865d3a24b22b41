import type { Plan, Workload } from '../model/plan.ts';

/** A workload that asks for nothing: a test says only what it is about. */
export function emptyWorkload(changes: Partial<Workload> = {}): Workload {
  return {
    name: 'portal',
    stack: 'native',
    title: 'portal',
    evidence: [],
    fit: { grade: 'A', reasons: [] },
    strategy: 'minimal',
    base: { image: 'debian:bookworm-slim', reason: '' },
    hostname: 'portal',
    command: ['/bin/true'],
    commandReason: '',
    prepare: [],
    user: { name: 'root', uid: 0, gid: 0, groups: [] },
    identities: { users: [], groups: [] },
    workingDirectory: '/',
    environment: [],
    ports: [],
    files: { packages: [], include: [], exclude: [] },
    config: [],
    secrets: [],
    data: [],
    logs: [],
    directories: [],
    health: { kind: 'process' },
    limits: { memoryBytes: 128 * 1024 * 1024, cpus: 1, pids: 100, reason: '' },
    stop: { signal: 'SIGTERM', graceSeconds: 5 },
    init: true,
    needs: { capabilities: [], devices: [], sysctls: {}, kernelModules: [] },
    parity: [],
    repairs: [],
    notes: [],
    ...changes,
  };
}

/** A plan for these workloads, which belong to no pod unless the changes say so. */
export function emptyPlan(workloads: Workload[], changes: Partial<Plan> = {}): Plan {
  return {
    slipway: 1,
    server: {
      name: 'server',
      os: { id: 'debian', versionId: '12', codename: 'bookworm', prettyName: 'Debian 12' },
      architecture: 'x86_64',
      timeZone: 'Etc/UTC',
      locale: {},
      packageManager: 'dpkg',
    },
    workloads,
    pods: [],
    endpoints: [],
    skipped: [],
    gaps: [],
    ...changes,
  };
}
