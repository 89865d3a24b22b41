import type { Facts, FileFact, Process } from '../../../../shared/model/facts.ts';
import { emptyFacts, emptyOs, emptyProcess } from '../../../../shared/testing/empty-facts.ts';

/** Facts of an empty server called `legacy`; `changes` say what the test is about. */
export function sampleFacts(changes: Partial<Facts> = {}): Facts {
  return emptyFacts({ os: emptyOs({ hostname: 'legacy' }), ...changes });
}

/** The main process of the portal. */
export function sampleProcess(changes: Partial<Process> = {}): Process {
  return emptyProcess({
    pid: 412,
    ppid: 1,
    comm: 'portald',
    exe: '/opt/portal/bin/portald',
    argv: ['/opt/portal/bin/portald'],
    cwd: '/opt/portal',
    root: '/',
    environment: [{ name: 'PATH', value: '/usr/bin' }],
    cgroup: '/system.slice/portal.service',
    umask: '0022',
    ...changes,
  });
}

/** A file that the server has, `file` and 0644 unless told. */
export function sampleFile(path: string, changes: Partial<FileFact> = {}): FileFact {
  return { path, type: 'file', mode: 0o644, uid: 0, gid: 0, size: 1, mtime: 0, ...changes };
}
