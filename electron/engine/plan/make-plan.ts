import type { Facts } from '../../../shared/model/facts.ts';
import type { Want } from '../../../shared/model/findings.ts';
import type { Plan, Workload } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { applicationDirectoryOf } from '../detectors/support/application.ts';
import { uniqueBy } from '../detectors/support/lists.ts';
import { openFacts } from '../detectors/support/server.ts';
import { gapsOf } from './gaps.ts';
import { type Chosen, chooseTrees } from './group/choose-trees.ts';
import { waitingPrograms, withWaitingServices } from './group/waiting-services.ts';
import { refusalOf } from './hostile.ts';
import type { PlanOptions } from './options.ts';
import { endpointsOf } from './pods/endpoints.ts';
import { linksOf } from './pods/links.ts';
import { makePods } from './pods/make-pods.ts';
import { serverOf } from './server-summary.ts';
import { skippedStarters } from './starters.ts';
import { waitingSockets } from './waiting-sockets.ts';
import { type Assembled, assemble } from './workload/assemble.ts';

export type { PlanOptions } from './options.ts';

export interface Planned {
  plan: Plan;
  wants: Want[];
  /** Values of the secret environment, by workload and variable: kept beside the plan, never in it. */
  secretValues: Map<string, Map<string, string>>;
}

/**
 * Facts to plan. Pure and deterministic: the same server gives the same plan, whatever its process ids are. `wants`
 * names what would make the plan better; once the engine has read it, call again.
 */
export function makePlan(scanned: Facts, options: PlanOptions): Planned {
  const facts = withWaitingServices(scanned);
  const server = openFacts(facts);
  for (const program of waitingPrograms(scanned)) server.read(program);
  const { chosen, skipped } = chooseTrees(server, options);
  skipped.push(...skippedStarters(server), ...waitingSockets(server));
  const first = chosen.map((one) => assemble(server, one, options, []));
  const handed = handedDirectories(facts, first);
  const all = chosen
    .map((one) => assemble(server, withHanded(one, handed.get(one.name) ?? []), options, sharedOf(handed, one)))
    .filter(({ workload }) => {
      const refusal = refusalOf(workload);
      if (refusal !== undefined) skipped.push({ name: workload.name, reason: refusal });
      return refusal === undefined;
    });
  const workloads = all.map(({ workload }) => workload).sort((a, b) => (a.name < b.name ? -1 : 1));
  const plan: Plan = {
    slipway: 1,
    server: serverOf(facts),
    workloads,
    pods: makePods(workloads, linksOf(facts, all)),
    endpoints: endpointsOf(facts, all),
    skipped: uniqueBy(skipped, ({ name, reason }) => `${name}\0${reason}`),
    gaps: gapsOf(facts),
  };
  const secretValues = new Map(all.map((one) => [one.workload.name, one.secretValues]));
  return { plan, wants: server.wants(), secretValues };
}

interface Handed {
  path: string;
  from: string;
}

/** Directories that a workload must have because another one hands it paths in them. */
function handedDirectories(facts: Facts, all: Assembled[]): Map<string, Handed[]> {
  const found = new Map<string, Handed[]>();
  for (const { from, to, shares } of linksOf(facts, all)) {
    found.set(to, [...(found.get(to) ?? []), ...shares.map((path) => ({ path, from }))]);
  }
  return found;
}

/** Who runs the scripts of a directory runs the application that they belong to, most of which is not below it. */
function withHanded(chosen: Chosen, handed: readonly Handed[]): Chosen {
  const applications = handed.flatMap(({ path }) => applicationDirectoryOf(`${path}/x`) ?? []);
  return { ...chosen, part: { ...chosen.part, applications: [...chosen.part.applications, ...applications] } };
}

function sharedOf(handed: ReadonlyMap<string, Handed[]>, { name }: Chosen): Workload['files']['include'] {
  return (handed.get(name) ?? []).map(({ path, from }) => ({
    path,
    scope: 'tree',
    reason: sentence`${from} hands it files from there`,
  }));
}
