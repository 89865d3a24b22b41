import type { Facts, Process } from '../model/facts.ts';

/** Facts of a server on which nothing was found: a test says only what it is about. */
export function emptyFacts(changes: Partial<Facts> = {}): Facts {
  return {
    schema: 1,
    takenAt: '2026-01-01T00:00:00.000Z',
    access: 'root',
    gaps: [],
    os: emptyOs(),
    init: { kind: 'systemd', version: '252' },
    processes: [],
    listeners: [],
    connections: [],
    units: [],
    starters: [],
    packages: [],
    configFiles: [],
    files: [],
    users: [],
    groups: [],
    mounts: [],
    surroundings: {
      timeZone: 'Etc/UTC',
      locale: {},
      hosts: [],
      resolver: { nameservers: [], search: [] },
      sysctls: {},
      kernelModules: [],
      devices: [],
      addedCaCertificates: [],
      ldSoConf: [],
      libraries: {},
    },
    languages: [],
    requests: [],
    ...changes,
  };
}

/** Debian 12 on a small virtual machine. */
export function emptyOs(changes: Partial<Facts['os']> = {}): Facts['os'] {
  return {
    id: 'debian',
    like: [],
    versionId: '12',
    codename: 'bookworm',
    prettyName: 'Debian GNU/Linux 12 (bookworm)',
    hostname: 'server',
    kernel: '6.1.0',
    architecture: 'x86_64',
    libc: { kind: 'glibc', version: '2.36' },
    virtualization: 'kvm',
    cpus: 2,
    memoryBytes: 4_294_967_296,
    uptimeSeconds: 100_000,
    bootTime: 0,
    ...changes,
  };
}

/** A process of root with nothing special about it. */
export function emptyProcess(changes: Partial<Process> = {}): Process {
  return {
    pid: 1,
    ppid: 0,
    kernel: false,
    comm: 'test',
    uid: 0,
    gid: 0,
    user: 'root',
    groups: [],
    exeDeleted: false,
    argv: [],
    environment: [],
    cgroup: '/',
    startTime: 0,
    rssBytes: 0,
    cpuSeconds: 0,
    threads: 1,
    openFiles: [],
    mappedFiles: [],
    capabilities: '0000000000000000',
    limits: {},
    ...changes,
  };
}
