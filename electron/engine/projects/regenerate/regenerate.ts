import { join } from 'node:path';
import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan } from '../../../../shared/model/plan.ts';
import { PLAN_FILE } from '../../bundle/layout.ts';
import { serialisePlan } from '../../bundle/plan-file.ts';
import { readIfThere } from '../../disk/if-there.ts';
import { readFetched, readParity, readSurveyed } from '../store/content.ts';
import { generatedFile } from '../store/layout.ts';
import { pathsBelow, textEntry } from '../store/read-entry.ts';
import { readResult } from '../store/result.ts';
import { readFacts } from '../store/scans.ts';
import { openTransaction, type Transaction } from '../store/transaction.ts';
import { checkPlan } from './check-plan.ts';
import { isRecord } from './kinds.ts';
import { isLeftOver } from './left-over.ts';
import { mergeGenerated } from './merge-generated.ts';
import { planText } from './plan-text.ts';
import { fitsEvidence, hashPlan, type ProjectContent, projectFiles } from './project-files.ts';

export interface Regenerated {
  plan: Plan;
  conflicts: string[];
}

/**
 * Saves a plan and what follows from it, as a whole or not at all; `also` adds to the same change. Edits survive. Rejects
 * with `bundle.invalid` where the plan cannot be written safely, and then changes nothing.
 */
export async function regenerate(
  root: string,
  plan: Plan,
  also: (transaction: Transaction) => Promise<void> = async () => undefined,
): Promise<Regenerated> {
  checkPlan(plan);
  const files = projectFiles(await contentOf(root, plan));
  const text = planText(plan, await readIfThere(join(root, PLAN_FILE)));
  files.delete(PLAN_FILE);
  const transaction = await openTransaction(root);
  try {
    await putPlan(plan, text, transaction);
    const conflicts = await mergeGenerated(root, files, (path) => isLeftOver(path, plan), transaction);
    await removeRecords(root, plan, transaction);
    await also(transaction);
    await transaction.commit();
    return { plan, conflicts };
  } finally {
    await transaction.discard();
  }
}

/** The plan's text, and as what it was generated. */
export async function putPlan(plan: Plan, text: string, transaction: Transaction): Promise<void> {
  await transaction.put(PLAN_FILE, textEntry(text));
  await transaction.put(generatedFile(PLAN_FILE), textEntry(serialisePlan(plan)), { private: true });
}

/** Payload and evidence have no base by which they would be found. */
async function removeRecords(root: string, plan: Plan, transaction: Transaction): Promise<void> {
  const records = (await pathsBelow(root, 'workloads')).filter(isRecord);
  for (const path of records) if (isLeftOver(path, plan)) transaction.remove(path);
}

/** What was proven of another plan is not said of this one. */
async function contentOf(root: string, plan: Plan): Promise<ProjectContent> {
  const result = await readResult(root);
  const isProven = result?.plan === hashPlan(plan);
  const parity = isProven ? await readParity(root) : undefined;
  const images = (isProven ? result.result.workloads : []).flatMap(({ name, image, imageId }) =>
    image === undefined || imageId === undefined ? [] : [[name, { tag: image, id: imageId }] as const],
  );
  return {
    plan,
    evidence: await knownEvidence(root, plan),
    images: new Map(images),
    packages: (await readFacts(root))?.packages,
    parity,
  };
}

async function knownEvidence(root: string, plan: Plan): Promise<Map<string, WorkloadEvidence>> {
  const known = new Map<string, WorkloadEvidence>();
  for (const workload of plan.workloads) {
    const { name } = workload;
    const seen = [await readFetched(root, name), await readSurveyed(root, name)];
    const evidence = seen.find((one) => one !== undefined && fitsEvidence(workload, one));
    if (evidence !== undefined) known.set(name, evidence);
  }
  return known;
}
