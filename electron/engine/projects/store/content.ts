import { join } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';
import { evidenceSchema, type WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan } from '../../../../shared/model/plan.ts';
import { type ParityReport, parityReportSchema } from '../../../../shared/model/result.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { evidenceFile, PLAN_FILE } from '../../bundle/layout.ts';
import { parsePlan } from '../../bundle/plan-file.ts';
import { readIfThere } from '../../disk/if-there.ts';
import { surveyFile } from './layout.ts';
import { readJson } from './read-json.ts';

/** The plan as it stands on disk; undefined before there is one. Rejects with `bundle.invalid`. */
export async function readPlan(root: string): Promise<Plan | undefined> {
  const text = await readIfThere(join(root, PLAN_FILE));
  return text === undefined ? undefined : parsePlan(text);
}

export async function requirePlan(root: string): Promise<Plan> {
  const plan = await readPlan(root);
  if (plan !== undefined) return plan;
  throw new SlipwayError('bundle.invalid', sentence`The project has no plan yet.`, {
    hint: sentence`Scan the server first.`,
  });
}

/** What was fetched for a workload; undefined before the first run. */
export function readFetched(root: string, workload: string): Promise<WorkloadEvidence | undefined> {
  return readJson(join(root, evidenceFile(workload)), evidenceSchema);
}

/** What was surveyed for a workload since it was fetched last. */
export function readSurveyed(root: string, workload: string): Promise<WorkloadEvidence | undefined> {
  return readJson(join(root, surveyFile(workload)), evidenceSchema);
}

/** The last comparison. */
export function readParity(root: string): Promise<ParityReport | undefined> {
  return readJson(join(root, 'parity.json'), parityReportSchema);
}
