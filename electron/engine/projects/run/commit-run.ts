import { join } from 'node:path';
import type { Plan } from '../../../../shared/model/plan.ts';
import type { MigrationResult } from '../../../../shared/model/result.ts';
import { PLAN_FILE } from '../../bundle/layout.ts';
import { mergeText } from '../../bundle/merge/merge-text.ts';
import { setSecretModes } from '../../bundle/secret-modes.ts';
import { readIfThere } from '../../disk/if-there.ts';
import type { GeneratedFile } from '../../generate/generated-file.ts';
import { isRecord, workloadOf } from '../regenerate/kinds.ts';
import { isLeftOver } from '../regenerate/left-over.ts';
import { mergeGenerated } from '../regenerate/merge-generated.ts';
import { planText } from '../regenerate/plan-text.ts';
import { hashPlan } from '../regenerate/project-files.ts';
import { putPlan } from '../regenerate/regenerate.ts';
import { FACTS_FILE, generatedFile, RESULT_FILE, surveyFile } from '../store/layout.ts';
import { readEntry, sameEntry, textEntry } from '../store/read-entry.ts';
import type { KeptResult } from '../store/result.ts';
import { openTransaction, type Transaction } from '../store/transaction.ts';
import type { FinishedRun } from './finished-run.ts';

/** Puts a finished run into the project in one transaction. Gives the paths that are in conflict with it. */
export async function commitRun(
  run: FinishedRun,
  bundleFiles: ReadonlyMap<string, GeneratedFile>,
  result: MigrationResult,
): Promise<string[]> {
  const { root, migrated, pods, edits, repairs, link } = run;
  const names = pods.flatMap((pod) => pod.workloads);
  const transaction = await openTransaction(root);
  try {
    const conflicts: string[] = [];
    const made = new Set<string>();
    for (const name of names) {
      conflicts.push(...(await edits.again(name)));
      for (const path of await edits.made(name)) made.add(path);
      transaction.remove(surveyFile(name));
    }
    for (const path of made) await takeMade(run, path, transaction);
    const files = new Map([...bundleFiles].filter(([path]) => path !== PLAN_FILE));
    const isStale = (path: string): boolean =>
      names.includes(workloadOf(path) ?? '') ? !made.has(path) : isLeftOver(path, migrated.plan);
    conflicts.push(...(await mergeGenerated(root, files, isStale, transaction)));
    conflicts.push(...(await takePlan(run, transaction)));
    await repairs.save(transaction);
    await transaction.put(FACTS_FILE, textEntry(JSON.stringify(link.facts)), { private: true });
    await transaction.put(RESULT_FILE, textEntry(JSON.stringify(keptResult(migrated.plan, result))), { private: true });
    await transaction.commit();
    await setSecretModes(root);
    return conflicts;
  } finally {
    await transaction.discard();
  }
}

async function takeMade({ root, folders }: FinishedRun, path: string, transaction: Transaction): Promise<void> {
  if (!isRecord(path)) {
    const generated = (await readEntry(folders.generated, path)) ?? (await readEntry(folders.files, path));
    if (generated !== undefined && !sameEntry(generated, await readEntry(root, generatedFile(path)))) {
      await transaction.put(generatedFile(path), generated, { private: true });
    }
    if (sameEntry(await readEntry(root, path), await readEntry(folders.files, path))) return;
  }
  await transaction.take(path, join(folders.files, path));
}

/** The repairs of the run go into the plan; what a person wrote there meanwhile is merged or, else, wins. */
async function takePlan(
  { root, planText: before, migrated }: FinishedRun,
  transaction: Transaction,
): Promise<string[]> {
  const present = (await readIfThere(join(root, PLAN_FILE))) ?? before;
  const { text, conflict } = mergeText(before, present, planText(migrated.plan, before));
  await putPlan(migrated.plan, conflict ? present : text, transaction);
  return conflict ? [PLAN_FILE] : [];
}

function keptResult(plan: Plan, result: MigrationResult): KeptResult {
  return { at: new Date().toISOString(), result, plan: hashPlan(plan) };
}
