import type { Plan, Workload } from '../../../../shared/model/plan.ts';

/** A workload that needs nothing special, but for what the test changes. */
export function workloadOf(change: Partial<Workload>): Workload {
  return {
    name: 'app',
    stack: 'native',
    title: '',
    evidence: [],
    fit: { grade: 'A', reasons: [] },
    strategy: 'minimal',
    base: { image: 'debian:bookworm-slim', reason: '' },
    hostname: 'the-server',
    command: [],
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
    ...change,
  };
}

/** A plan whose only pod has these members, which share `/run/pod`. */
export function planOf(workloads: Workload[]): Plan {
  return {
    slipway: 1,
    server: {
      name: 'the-server',
      os: { id: 'debian', versionId: '12', codename: 'bookworm', prettyName: 'Debian' },
      architecture: 'x86_64',
      timeZone: 'UTC',
      locale: {},
      packageManager: 'dpkg',
    },
    workloads,
    pods: [
      {
        name: 'pod',
        workloads: workloads.map(({ name }) => name),
        sharedDirectories: [{ path: '/run/pod', reason: '' }],
        reason: '',
      },
    ],
    endpoints: [],
    skipped: [],
    gaps: [],
  };
}
