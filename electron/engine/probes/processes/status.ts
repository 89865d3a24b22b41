import { integer } from '../wire/read.ts';

/** What /proc/PID/status, stat, limits and cgroup say of a process. */
export interface Status {
  comm: string;
  ppid: number;
  uid: number;
  gid: number;
  groups: number[];
  rssBytes: number;
  threads: number;
  capabilities: string;
  umask: string | undefined;
}

/** /proc/PID/status; the kernel escapes newlines and backslashes in `Name`. See proc_pid_status(5). */
export function readStatus(text: string): Status {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const words = (name: string) => (fields.get(name) ?? '').split(/\s+/).filter((word) => word !== '');
  return {
    comm: unescapeName(fields.get('Name') ?? ''),
    ppid: integer(fields.get('PPid')),
    uid: integer(words('Uid')[1]),
    gid: integer(words('Gid')[1]),
    groups: words('Groups').map((word) => integer(word)),
    rssBytes: integer(fields.get('VmRSS')) * 1024,
    threads: integer(fields.get('Threads'), 1),
    capabilities: fields.get('CapEff') ?? '',
    umask: fields.get('Umask'),
  };
}

function unescapeName(name: string): string {
  return name.replace(/\\(n|\\)/g, (_, letter: string) => (letter === 'n' ? '\n' : '\\'));
}

/** Flags, CPU time and start time, in ticks; what stands in front of the last `)` may be anything. */
export function readStat(text: string): { kernel: boolean; cpuTicks: number; startTicks: number } {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // Numbers of proc_pid_stat(5), counted from field 3 on: flags 9, utime 14, stime 15, starttime 22.
  const field = (number: number) => integer(fields[number - 3]);
  const kernelThread = 0x00200000;
  return {
    kernel: (field(9) & kernelThread) !== 0,
    cpuTicks: field(14) + field(15),
    startTicks: field(22),
  };
}

/** /proc/PID/limits: columns are separated by at least two blanks. */
export function readLimits(text: string): Record<string, { soft: string; hard: string }> {
  const limits = text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [name, soft, hard] = line.split(/\s{2,}/);
      return name === undefined || soft === undefined || hard === undefined ? [] : [[name, { soft, hard }] as const];
    });
  return Object.fromEntries(limits);
}
