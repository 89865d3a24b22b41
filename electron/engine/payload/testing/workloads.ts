import type { JobEvent } from '../../../../shared/model/events.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import type { JobContext } from '../../job-context.ts';

/** A workload that asks for nothing, for tests to add to. */
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
    limits: { memoryBytes: 0, cpus: 1, pids: 100, reason: '' },
    stop: { signal: 'SIGTERM', graceSeconds: 10 },
    init: false,
    needs: { capabilities: [], devices: [], sysctls: {}, kernelModules: [] },
    parity: [],
    repairs: [],
    notes: [],
    ...changes,
  };
}

export function planOf(workload: Workload): Plan {
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
    workloads: [workload],
    pods: [],
    endpoints: [],
    skipped: [],
    gaps: [],
  };
}

export interface RecordedJob extends JobContext {
  events: JobEvent[];
  cancel(): void;
}

/** A job that keeps what it is told; nobody answers. */
export function recordedJob(): RecordedJob {
  const controller = new AbortController();
  const events: JobEvent[] = [];
  return {
    signal: controller.signal,
    events,
    emit: (event) => events.push(event),
    ask: () => Promise.resolve(undefined),
    cancel: () => controller.abort(),
  };
}
