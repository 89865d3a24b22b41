import type { Facts, FileFact, Listener, Package, Process, Unit } from '../../../../shared/model/facts.ts';
import { emptyFacts, emptyOs, emptyProcess } from '../../../../shared/testing/empty-facts.ts';

/** Facts of a small Debian server, for tests: say only what the test is about. */
export function aFacts(parts: Partial<Facts> = {}): Facts {
  return emptyFacts({
    takenAt: '2026-01-05T10:00:00.000Z',
    os: emptyOs({ hostname: 'old', cpus: 4, bootTime: 1_767_500_000 }),
    users: [
      { name: 'root', uid: 0, gid: 0, gecos: 'root', home: '/root', shell: '/bin/bash' },
      { name: 'www-data', uid: 33, gid: 33, gecos: 'www-data', home: '/var/www', shell: '/usr/sbin/nologin' },
    ],
    groups: [
      { name: 'root', gid: 0, members: [] },
      { name: 'www-data', gid: 33, members: [] },
    ],
    ...parts,
  });
}

/** A process that init started, and that is called as its executable. */
export function aProcess(parts: Partial<Process> & { pid: number }): Process {
  return emptyProcess({
    ppid: 1,
    comm: parts.exe?.split('/').at(-1) ?? 'x',
    argv: parts.exe === undefined ? [] : [parts.exe],
    cwd: '/',
    startTime: 1_767_500_100,
    rssBytes: 10_485_760,
    cpuSeconds: 1,
    ...parts,
  });
}

export function aUnit(parts: Partial<Unit> & { name: string }): Unit {
  return {
    description: '',
    activeState: 'active',
    subState: 'running',
    fileState: 'enabled',
    fragmentPath: `/etc/systemd/system/${parts.name}`,
    dropIns: [],
    type: 'simple',
    mainPid: 0,
    execStartPre: [],
    execStart: [],
    execReload: [],
    execStop: [],
    user: '',
    group: '',
    supplementaryGroups: [],
    workingDirectory: '',
    rootDirectory: '',
    umask: '0022',
    environment: [],
    environmentFiles: [],
    pidFile: '',
    killSignal: '15',
    timeoutStopSeconds: 90,
    restart: 'no',
    runtimeDirectory: [],
    runtimeDirectoryMode: '0755',
    stateDirectory: [],
    logsDirectory: [],
    cacheDirectory: [],
    configurationDirectory: [],
    ambientCapabilities: [],
    limitNoFile: '',
    triggeredBy: [],
    wantedBy: [],
    ...parts,
  };
}

export function aListener(port: number, pids: number[], parts: Partial<Listener> = {}): Listener {
  return { protocol: 'tcp', address: '0.0.0.0', port, path: '', pids, ...parts };
}

export function aFile(path: string, parts: Partial<FileFact> = {}): FileFact {
  return { path, type: 'file', mode: 0o644, uid: 0, gid: 0, size: 1, mtime: 1, ...parts };
}

export function aDirectory(path: string, parts: Partial<FileFact> = {}): FileFact {
  return aFile(path, { type: 'directory', mode: 0o755, ...parts });
}

export function aPackage(name: string, depends: string[] = [], parts: Partial<Package> = {}): Package {
  return {
    manager: 'dpkg',
    name,
    version: '1.0-1',
    architecture: 'amd64',
    source: name,
    depends,
    essential: false,
    changedConffiles: [],
    ...parts,
  };
}

export function aConfig(path: string, content: string): Facts['configFiles'][number] {
  return { path, source: 'requested', content, truncated: false };
}
