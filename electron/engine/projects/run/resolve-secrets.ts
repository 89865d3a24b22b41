import { join } from 'node:path';
import type { Plan } from '../../../../shared/model/plan.ts';
import { secretEnvironmentFile } from '../../bundle/layout.ts';
import { readIfThere } from '../../disk/if-there.ts';
import { readSecretEnvironment } from '../../generate/secret-environment.ts';
import type { Decision } from '../../jobs/decide.ts';

/**
 * The values of the plan's secret variables, by workload: as the server has them, also where a person made a plain
 * variable secret; else as they stand in the project.
 */
export async function resolveSecrets(
  root: string,
  plan: Plan,
  { plan: decided, secretValues }: Pick<Decision, 'plan' | 'secretValues'>,
): Promise<Map<string, Map<string, string>>> {
  const resolved = new Map<string, Map<string, string>>();
  for (const { name, secrets } of plan.workloads) {
    const plain = decided.workloads.find((workload) => workload.name === name)?.environment ?? [];
    const known = new Map([
      ...readSecretEnvironment((await readIfThere(join(root, secretEnvironmentFile(name)))) ?? ''),
      ...plain.map((one) => [one.name, one.value] as const),
      ...(secretValues.get(name) ?? []),
    ]);
    const variables = secrets.flatMap((secret) => (secret.kind === 'env' ? [secret.variable] : []));
    const values = variables.flatMap((variable) => {
      const value = known.get(variable);
      return value === undefined ? [] : [[variable, value] as const];
    });
    resolved.set(name, new Map(values));
  }
  return resolved;
}
