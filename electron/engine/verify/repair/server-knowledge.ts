import type { Facts } from '../../../../shared/model/facts.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { closePackages } from '../../plan/closure/package-closure.ts';
import type { ServerKnowledge } from './failure.ts';

/** What the facts tell for a cure; nothing where there are none (a bundle that is verified without its server). */
export function knowledgeOf(facts: Facts | undefined): ServerKnowledge {
  const files = new Map(facts?.files.map((file) => [file.path, file]));
  return {
    serverLibraries: facts?.surroundings.libraries ?? {},
    serverFiles: (path) => files.get(path),
    serverUsers: facts?.users ?? [],
    serverGroups: facts?.groups ?? [],
    packagesWith: (name, reason) => (facts === undefined ? [] : closePackages(openFacts(facts), [{ name, reason }])),
    serverPackages: new Map(facts?.packages.map((one) => [one.name, one.version])),
    serverLanguages: facts?.languages ?? [],
    serverPidFiles: facts === undefined ? new Map() : pidFiles(facts),
    serverTexts: new Map(facts?.configFiles.map((file) => [file.path, file.content])),
    serverHosts: facts?.surroundings.hosts ?? [],
  };
}

/** From the units, and from open files that are called like one. */
function pidFiles(facts: Facts): Map<string, string> {
  const open = facts.processes.flatMap((process) =>
    process.openFiles.flatMap((file) => (file.path.endsWith('.pid') ? [[process.exe ?? '', file.path] as const] : [])),
  );
  const units = facts.units.flatMap((unit) =>
    unit.pidFile === '' ? [] : [[unit.execStart[0]?.[0] ?? '', unit.pidFile] as const],
  );
  return new Map([...open, ...units]);
}
