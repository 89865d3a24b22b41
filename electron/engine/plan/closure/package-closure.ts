import type { Workload } from '../../../../shared/model/plan.ts';
import { compareText } from '../../detectors/support/lists.ts';
import type { Server } from '../../detectors/support/server.ts';
import { isForUpkeepOnly } from './upkeep.ts';

/**
 * The packages that own what runs, and what those need at run time. Dependencies that only serve the installation or
 * the administrator's scripts are left out; what the base image has anyway is subtracted when the payload is made.
 */
export function closePackages(
  server: Server,
  roots: { name: string; reason: string }[],
): Workload['files']['packages'] {
  const found = new Map<string, { name: string; version: string; reason: string }>();
  const queue = [...roots].sort((a, b) => compareText(a.name, b.name) || compareText(a.reason, b.reason));
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const entry = server.package(next.name);
    if (!entry || found.has(entry.name)) continue;
    found.set(entry.name, { name: entry.name, version: entry.version, reason: next.reason });
    const needed = entry.depends.filter((name) => !isForUpkeepOnly(entry.name, name));
    queue.push(...needed.sort(compareText).map((name) => ({ name, reason: `needed by ${entry.name}` })));
  }
  return [...found.values()].sort((a, b) => compareText(a.name, b.name));
}
