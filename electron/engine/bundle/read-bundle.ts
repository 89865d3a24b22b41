import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import { evidenceSchema, type WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { parseJson } from '../../../shared/text/parse-json.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { evidenceFile, PLAN_FILE } from './layout.ts';
import { parsePlan } from './plan-file.ts';

/**
 * The plan and evidence of a bundle on disk, as a person may have edited it. Rejects with `bundle.invalid`, naming the
 * file and what is wrong with it.
 */
export async function readBundle(directory: string): Promise<{ plan: Plan; evidence: Map<string, WorkloadEvidence> }> {
  const plan = await requirePlan(directory);
  const evidence = new Map<string, WorkloadEvidence>();
  for (const { name } of plan.workloads) {
    const path = evidenceFile(name);
    evidence.set(name, parseEvidence(await readText(directory, path), path));
  }
  return { plan, evidence };
}

/** The plan of a folder that need not be complete. Rejects with `bundle.invalid`. */
export async function requirePlan(directory: string): Promise<Plan> {
  return parsePlan(await readText(directory, PLAN_FILE));
}

/** What of a bundle's evidence there is: a project has it once its files were fetched. */
export async function readEvidence(directory: string, plan: Plan): Promise<Map<string, WorkloadEvidence>> {
  const evidence = new Map<string, WorkloadEvidence>();
  for (const { name } of plan.workloads) {
    const path = evidenceFile(name);
    const text = await readFile(join(directory, path), 'utf8').catch(() => undefined);
    if (text !== undefined) evidence.set(name, parseEvidence(text, path));
  }
  return evidence;
}

async function readText(directory: string, path: string): Promise<string> {
  try {
    return await readFile(join(directory, path), 'utf8');
  } catch (error) {
    throw new SlipwayError('bundle.invalid', sentence`${join(directory, path)} cannot be read.`, {
      hint: sentence`Give the directory of a bundle that \`slipway migrate\` or \`slipway plan\` wrote.`,
      cause: error,
    });
  }
}

function parseEvidence(text: string, path: string): WorkloadEvidence {
  const result = parseJson(text, evidenceSchema);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? [] : [issue.path.join('.')];
  throw invalid(path, [...place, issue?.message ?? 'not evidence'].join(': '));
}

function invalid(path: string, problem: string): SlipwayError {
  return new SlipwayError('bundle.invalid', `${path}: ${problem.replace(/\s+/g, ' ')}`, {
    hint: sentence`Take the last version that worked: git checkout ${path}`,
  });
}
