import type { Facts, FileFact, Process } from '../../../../shared/model/facts.ts';

/** Facts of an empty server; `changes` say what the test is about. */
export function sampleFacts(changes: Partial<Facts> = {}): Facts {
  return {
    schema: 1,
    takenAt: '2026-01-01T00:00:00Z',
    access: 'root',
    gaps: [],
    os: {
      id: 'debian',
      like: [],
      versionId: '12',
      codename: 'bookworm',
      prettyName: 'Debian GNU/Linux 12',
      hostname: 'legacy',
      kernel: '6.1.0',
      architecture: 'x86_64',
      libc: { kind: 'glibc', version: '2.36' },
      virtualization: 'kvm',
      cpus: 2,
      memoryBytes: 1 << 30,
      uptimeSeconds: 1000,
      bootTime: 0,
    },
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

export function sampleProcess(changes: Partial<Process> = {}): Process {
  return {
    pid: 412,
    ppid: 1,
    kernel: false,
    comm: 'portald',
    uid: 0,
    gid: 0,
    user: 'root',
    groups: [],
    exe: '/opt/portal/bin/portald',
    exeDeleted: false,
    argv: ['/opt/portal/bin/portald'],
    cwd: '/opt/portal',
    root: '/',
    environment: [{ name: 'PATH', value: '/usr/bin' }],
    cgroup: '/system.slice/portal.service',
    startTime: 0,
    rssBytes: 0,
    cpuSeconds: 0,
    threads: 1,
    openFiles: [],
    mappedFiles: [],
    capabilities: '0',
    limits: {},
    umask: '0022',
    ...changes,
  };
}

/** A file that the server has, `file` and 0644 unless told. */
export function sampleFile(path: string, changes: Partial<FileFact> = {}): FileFact {
  return { path, type: 'file', mode: 0o644, uid: 0, gid: 0, size: 1, mtime: 0, ...changes };
}
