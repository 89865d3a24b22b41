import type { Facts } from '../../../shared/model/facts.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { ScanSummary } from '../../../shared/model/project.ts';
import type { ParityReport } from '../../../shared/model/result.ts';
import type { Service } from '../../../shared/model/service.ts';
import { servicesOf } from '../plan/group/services.ts';
import { makePlan } from '../plan/make-plan.ts';
import { shownFacts } from './shown-facts.ts';
import { readParity, readPlan, requirePlan } from './store/content.ts';
import { listScans, readScan } from './store/scans.ts';
import { lookAtProject } from './store/with-project.ts';

interface InProject {
  directory: string;
}

interface OneScan extends InProject {
  scan?: string | undefined;
}

export function scansOf({ directory }: InProject): Promise<ScanSummary[]> {
  return lookAtProject(directory, listScans);
}

/** Facts of a kept scan as a window may show them. Rejects with `facts.invalid` where there is no such scan. */
export async function factsOf({ directory, scan }: OneScan): Promise<Facts> {
  return lookAtProject(directory, (root) => shownFacts(root, scan));
}

/** The process trees of a kept scan, with what becomes of each by the plan as it is, or by one of that scan alone. */
export async function servicesIn({ directory, scan }: OneScan): Promise<Service[]> {
  const [facts, plan] = await lookAtProject(
    directory,
    async (root) => [await readScan(root, scan), await readPlan(root).catch(() => undefined)] as const,
  );
  return servicesOf(facts, plan ?? makePlan(facts, {}).plan);
}

/** Rejects with `bundle.invalid` before there is a plan, and where what was written into slipway.yaml is none. */
export function planOf({ directory }: InProject): Promise<Plan> {
  return lookAtProject(directory, requirePlan);
}

/** The last comparison with the server; undefined before the first. */
export function parityOf({ directory }: InProject): Promise<ParityReport | undefined> {
  return lookAtProject(directory, readParity);
}
