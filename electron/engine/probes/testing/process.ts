import type { Process } from '../../../../shared/model/facts.ts';

/** A process with nothing special about it, for tests. */
export function makeProcess(changes: Partial<Process>): Process {
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
