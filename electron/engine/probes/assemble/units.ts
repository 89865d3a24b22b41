import type { Process, Unit } from '../../../../shared/model/facts.ts';

/**
 * Processes with the unit of their nearest ancestor that is a unit's main process, where the control groups do not tell
 * (an old systemd, a container without them). What a login started below sshd is no unit's.
 */
export function withUnits(processes: readonly Process[], units: readonly Unit[]): Process[] {
  const byMainPid = new Map(units.filter((unit) => unit.mainPid > 0).map((unit) => [unit.mainPid, unit.name]));
  const byPid = new Map(processes.map((process) => [process.pid, process]));
  return processes.map((process) => {
    if (process.unit !== undefined || process.cgroup !== '/' || process.kernel) return process;
    const unit = unitOf(process, byPid, byMainPid);
    return unit === undefined ? process : { ...process, unit };
  });
}

function unitOf(
  process: Process,
  byPid: ReadonlyMap<number, Process>,
  byMainPid: ReadonlyMap<number, string>,
): string | undefined {
  const seen = new Set<number>();
  for (let at: Process | undefined = process; at !== undefined && !seen.has(at.pid); at = byPid.get(at.ppid)) {
    const unit = byMainPid.get(at.pid);
    if (unit !== undefined) return at !== process && at.comm === 'sshd' ? undefined : unit;
    seen.add(at.pid);
  }
  return undefined;
}
