import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../../../shared/model/plan.ts';
import { checkNoSecrets } from '../bundle/check-no-secrets.ts';
import { secretEnvironmentFile } from '../bundle/layout.ts';
import { publicFilesOf } from '../bundle/public-files.ts';
import { readEvidence, requirePlan } from '../bundle/read-bundle.ts';
import { readSecretEnvironment } from '../generate/secret-environment.ts';
import { knownSecrets } from './known-secrets.ts';

/**
 * Makes sure that a project may leave this machine: it has a plan, and none of the secrets that lie beside it has got
 * into a file that goes along, be it by an edit. Rejects with `bundle.invalid`, naming the file.
 */
export async function checkExport(root: string, signal: AbortSignal): Promise<void> {
  const plan = await requirePlan(root);
  const evidence = await readEvidence(root, plan);
  const secrets = await knownSecrets(root, { plan, evidence }, await secretValues(root, plan));
  await checkNoSecrets(root, secrets, signal, publicFilesOf(evidence.values()));
}

/** The values that are on this machine; those that nobody has filled in yet cannot leak. */
async function secretValues(root: string, plan: Plan): Promise<Map<string, ReadonlyMap<string, string>>> {
  const values = new Map<string, ReadonlyMap<string, string>>();
  for (const { name } of plan.workloads) {
    const text = await readFile(join(root, secretEnvironmentFile(name)), 'utf8').catch(() => '');
    values.set(name, readSecretEnvironment(text));
  }
  return values;
}
