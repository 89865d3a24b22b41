import type { Process } from '../../../../shared/model/facts.ts';

type OpenFile = Process['openFiles'][number];

const deletedSuffix = ' (deleted)';

/** A link's target without the kernel's ` (deleted)`. */
export function cutDeleted(target: string): { path: string; deleted: boolean } {
  const deleted = target.endsWith(deletedSuffix);
  return { path: deleted ? target.slice(0, -deletedSuffix.length) : target, deleted };
}

/** `flags:` lines of fdinfo files, as `grep -H` prints them, by `PID/FD`. */
export function readFlags(lines: readonly string[]): Map<string, number> {
  const flags = new Map<string, number>();
  for (const line of lines) {
    const [, pid, fd, octal] = /^\/proc\/(\d+)\/fdinfo\/(\d+):flags:\s*([0-7]+)$/.exec(line) ?? [];
    if (octal !== undefined) flags.set(`${pid}/${fd}`, Number.parseInt(octal, 8));
  }
  return flags;
}

/** Open files by pid, out of the links /proc/PID/fd/N. */
export function openFilesByPid(
  links: ReadonlyMap<string, string>,
  flags: ReadonlyMap<string, number>,
): Map<number, OpenFile[]> {
  const byPid = new Map<number, OpenFile[]>();
  for (const [link, target] of links) {
    const [, pid, fd] = /^\/proc\/(\d+)\/fd\/(\d+)$/.exec(link) ?? [];
    if (pid === undefined || fd === undefined || target === '') continue;
    const files = byPid.get(Number(pid)) ?? [];
    files.push({ fd: Number(fd), ...cutDeleted(target), ...accessOf(flags.get(`${pid}/${fd}`)) });
    byPid.set(Number(pid), files);
  }
  for (const files of byPid.values()) files.sort((a, b) => a.fd - b.fd);
  return byPid;
}

/** open(2)'s access mode is the last two bits, O_APPEND is 02000 on every architecture that Linux has today but MIPS. */
function accessOf(flags: number | undefined): Pick<OpenFile, 'access' | 'append'> {
  if (flags === undefined) return { access: 'unknown', append: false };
  const access = (['read', 'write', 'read-write', 'unknown'] as const)[flags & 3] ?? 'unknown';
  return { access, append: (flags & 0o2000) !== 0 };
}
