import type { Facts, Gap, Process } from '../../../../shared/model/facts.ts';
import type { Access } from '../probe.ts';
import type { ProbeValues } from '../registry.ts';
import { oddDevices } from './devices.ts';
import { joinLanguages } from './languages.ts';
import { joinSockets } from './sockets.ts';
import { withUnits } from './units.ts';

/** Puts the probes' values together: joins sockets, users, devices and languages with the processes. */
export function assembleFacts(values: ProbeValues, gaps: readonly Gap[], taken: { at: Date; access: Access }): Facts {
  const { identities, units, files, surroundings } = values;
  const processes = withUnits(withUsers(values.processes, identities.users), units.units);
  return {
    schema: 1,
    takenAt: taken.at.toISOString(),
    access: taken.access,
    gaps: [...gaps],
    ...values.system,
    processes,
    ...joinSockets(values.sockets, processes),
    units: units.units,
    starters: [...values.starters, ...units.timers],
    socketUnits: units.socketUnits,
    packages: values.packages,
    configFiles: uniqueByPath([...units.configFiles, ...files.configFiles]),
    files: files.files,
    ...identities,
    mounts: values.mounts,
    surroundings: { ...surroundings, devices: oddDevices(processes) },
    languages: joinLanguages(values.languages, processes),
    requests: [],
  };
}

/** A user that /etc/passwd does not have (a directory service's, a container's) is called by its number. */
function withUsers(processes: readonly Process[], users: Facts['users']): Process[] {
  const names = new Map(users.map((user) => [user.uid, user.name]));
  return processes.map((process) => ({ ...process, user: names.get(process.uid) ?? String(process.uid) }));
}

/** The first of each path: a unit's file keeps the unit for its source. */
function uniqueByPath<T extends { path: string }>(items: readonly T[]): T[] {
  const byPath = new Map<string, T>();
  for (const item of items) if (!byPath.has(item.path)) byPath.set(item.path, item);
  return [...byPath.values()];
}
