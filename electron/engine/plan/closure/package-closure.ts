import type { Package } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { compareText, sorted } from '../../detectors/support/lists.ts';
import type { Server } from '../../detectors/support/server.ts';
import type { PackageRoot } from './draft.ts';
import { isForUpkeepOnly } from './upkeep.ts';

type PlannedPackage = Workload['files']['packages'][number];

/**
 * The packages that own what runs, and what those need at run time. Dependencies that only serve the installation or
 * the administrator's scripts are left out; what the base image has anyway is subtracted when the payload is made.
 */
export function closePackages(server: Server, roots: PackageRoot[]): PlannedPackage[] {
  const found = new Map<string, PlannedPackage>();
  const asked = new Map<string, PackageRoot[]>();
  const dependents = new Map<string, string[]>();
  const queue = [...roots].sort((a, b) => compareText(a.name, b.name) || compareText(a.reason, b.reason));
  for (const root of queue) add(asked, server.package(root.name)?.name, root);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const entry = server.package(next.name);
    if (!entry || found.has(entry.name)) continue;
    found.set(entry.name, { name: entry.name, version: entry.version, reason: next.reason });
    for (const name of neededBy(entry)) {
      add(dependents, server.package(name)?.name, entry.name);
      queue.push({ name, reason: sentence`needed by ${entry.name}` });
    }
  }
  return [...found.values()]
    .sort((a, b) => compareText(a.name, b.name))
    .map((entry) => ({ ...entry, ...onlyFor(asked.get(entry.name) ?? [], dependents.get(entry.name) ?? []) }));
}

function neededBy(entry: Package): string[] {
  return entry.depends.filter((name) => !isForUpkeepOnly(entry.name, name)).sort(compareText);
}

/** What the package is there for, where that is nothing but mapped libraries and dependencies. */
function onlyFor(roots: PackageRoot[], packages: string[]): Pick<PlannedPackage, 'onlyFor'> {
  const libraries = roots.flatMap(({ library }) => library ?? []);
  if (libraries.length < roots.length) return {};
  return { onlyFor: { libraries: sorted(libraries), packages: sorted(packages) } };
}

function add<Value>(lists: Map<string, Value[]>, key: string | undefined, value: Value): void {
  if (key !== undefined) lists.set(key, [...(lists.get(key) ?? []), value]);
}
