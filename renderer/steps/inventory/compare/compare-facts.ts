import type { Facts } from '../../../../shared/model/facts.ts';

/** What differs between two scans of a server, area by area; areas without a difference are left out. */
export interface FactsDifference {
  area: Area;
  added: string[];
  removed: string[];
  changed: { name: string; before: string; after: string }[];
}

export type Area = 'system' | 'services' | 'ports' | 'packages' | 'config' | 'schedules' | 'users' | 'mounts';

/** Differences from the earlier to the later scan. Process ids and other passing things play no part. */
export function compareFacts(before: Facts, after: Facts): FactsDifference[] {
  return [...areas]
    .map(([area, read]) => ({ area, ...compareMaps(read(before), read(after)) }))
    .filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0);
}

const areas = new Map<Area, (facts: Facts) => Map<string, string>>([
  ['system', systemOf],
  ['services', (facts) => new Map(facts.units.map((unit) => [unit.name, unit.activeState]))],
  ['ports', portsOf],
  ['packages', (facts) => new Map(facts.packages.map((one) => [`${one.name}:${one.architecture}`, one.version]))],
  ['config', (facts) => new Map(facts.configFiles.map((file) => [file.path, file.content]))],
  ['schedules', (facts) => new Map(facts.starters.map((one) => [`${one.source} ${one.name}`, scheduleOf(one)]))],
  [
    'users',
    (facts) => new Map(facts.users.map((user) => [user.name, `${user.uid}:${user.gid} ${user.home} ${user.shell}`])),
  ],
  ['mounts', (facts) => new Map(facts.mounts.map((mount) => [mount.target, `${mount.source} ${mount.type}`]))],
]);

function systemOf({ os, surroundings }: Facts): Map<string, string> {
  const { prettyName, kernel, architecture, cpus, memoryBytes } = os;
  const values = { os: prettyName, kernel, architecture, cpus, memoryBytes, timeZone: surroundings.timeZone };
  return new Map(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

function portsOf(facts: Facts): Map<string, string> {
  const names = new Map(facts.processes.map((process) => [process.pid, process.comm]));
  return new Map(
    facts.listeners
      .filter((listener) => listener.protocol !== 'unix')
      .map(({ address, port, protocol, pids }) => [
        `${address}:${port}/${protocol}`,
        [...new Set(pids.map((pid) => names.get(pid) ?? ''))].sort().join(' '),
      ]),
  );
}

function scheduleOf(starter: Facts['starters'][number]): string {
  return [starter.schedule ?? '', starter.user ?? '', starter.command].join(' ').trim();
}

function compareMaps(before: Map<string, string>, after: Map<string, string>): Omit<FactsDifference, 'area'> {
  const changed = [...after].flatMap(([name, value]) => {
    const earlier = before.get(name);
    return earlier === undefined || earlier === value ? [] : [{ name, before: earlier, after: value }];
  });
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    changed,
  };
}
