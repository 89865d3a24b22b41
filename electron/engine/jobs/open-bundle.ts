import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { secretEnvironmentFile } from '../bundle/layout.ts';
import { refuseConflicts } from '../bundle/merge/require-resolved.ts';
import { readBundle } from '../bundle/read-bundle.ts';
import { readSecretEnvironment } from '../generate/secret-environment.ts';

export interface OpenedBundle {
  plan: Plan;
  evidence: Map<string, WorkloadEvidence>;
  secretValues: Map<string, Map<string, string>>;
}

/**
 * A bundle as it lies on disk, edited or not. Rejects with `bundle.invalid` where something of it is missing; whether the
 * payloads are here is asked apart, since some can be fetched again.
 */
export async function openBundle(directory: string): Promise<OpenedBundle> {
  await refuseConflicts(directory);
  const { plan, evidence } = await readBundle(directory);
  const secretValues = new Map<string, Map<string, string>>();
  for (const { name, secrets } of plan.workloads) {
    const variables = secrets.flatMap((secret) => (secret.kind === 'env' ? [secret.variable] : []));
    if (variables.length > 0) secretValues.set(name, await secretsOf(directory, name, variables));
  }
  return { plan, evidence, secretValues };
}

async function secretsOf(directory: string, workload: string, variables: string[]): Promise<Map<string, string>> {
  const file = secretEnvironmentFile(workload);
  const text = await readFile(join(directory, file), 'utf8').catch(() => '');
  const values = readSecretEnvironment(text);
  const missing = variables.filter((variable) => !values.has(variable));
  if (missing.length > 0) {
    throw new SlipwayError('bundle.invalid', sentence`${file} has no value for ${missing.join(', ')}.`, {
      hint: sentence`Write a line NAME=value for each into ${file}; secrets/secrets.manifest.yaml says what they are for.`,
    });
  }
  return values;
}
