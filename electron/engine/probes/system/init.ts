import type { Facts } from '../../../../shared/model/facts.ts';

type Init = Facts['init'];

/** Which init runs: the marks that the probe found, and the name of process 1. */
export function readInit(lines: readonly string[], first: string): Init {
  const marks = new Set(lines.flatMap((line) => /^marker (\w+)$/.exec(line)?.[1] ?? []));
  const link = lines.find((line) => line.startsWith('link ')) ?? '';
  if (marks.has('systemd')) return { kind: 'systemd', version: systemdVersion(lines) };
  const upstart = lines
    .map((line) => /^upstart .*upstart ([\d.]+)/.exec(line)?.[1])
    .find((version) => version !== undefined);
  if (upstart !== undefined) return { kind: 'upstart', version: upstart };
  return { kind: otherKind(marks, link, first), version: '' };
}

function systemdVersion(lines: readonly string[]): string {
  return lines.map((line) => /^systemctl systemd (\S+)/.exec(line)?.[1]).find((version) => version !== undefined) ?? '';
}

function otherKind(marks: ReadonlySet<string>, link: string, first: string): Init['kind'] {
  if (marks.has('openrc')) return 'openrc';
  if (first.startsWith('runit') || (marks.has('runit') && first === 'init')) return 'runit';
  if (first === 'init') return link.includes('busybox') ? 'busybox' : marks.has('inittab') ? 'sysv' : 'unknown';
  return first === '' ? 'unknown' : 'none';
}
