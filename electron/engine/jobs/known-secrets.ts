import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { KnownSecret } from '../bundle/check-no-secrets.ts';
import { secretFile } from '../bundle/layout.ts';
import { isPublic } from '../bundle/public-files.ts';
import { ifThere } from '../disk/if-there.ts';
import { secretsIn } from '../plan/secrets/find-secrets.ts';

/** Beyond this a secret file is no text that somebody typed. */
const largestText = 1 << 20;

/**
 * What must stand in no file that Git keeps: the values of secret variables, and of each secret file what makes it one.
 * A configuration file that holds one password is mostly not secret; a key is secret as a whole. What a package brought
 * and nobody changed is kept apart for its name alone: everybody knows it.
 */
export async function knownSecrets(
  root: string,
  { plan, evidence }: { plan: Plan; evidence: ReadonlyMap<string, WorkloadEvidence> },
  values: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<KnownSecret[]> {
  const known = secretVariables(values);
  for (const { name: workload, secrets } of plan.workloads) {
    const isKnown = (path: string) =>
      evidence.get(workload)?.entries.some((entry) => entry.path === path && isPublic(entry)) ?? false;
    for (const secret of secrets) {
      if (secret.kind !== 'file' || isKnown(secret.path)) continue;
      const content = await readText(join(root, secretFile(workload, secret.path)));
      const inside = secretsIn(content);
      const contents = inside.length > 0 ? inside : [content];
      known.push(...contents.map((one) => ({ name: `${workload}/${secret.name}`, content: one })));
    }
  }
  return known;
}

/** The values of secret variables, by workload and variable. */
export function secretVariables(values: ReadonlyMap<string, ReadonlyMap<string, string>>): KnownSecret[] {
  return [...values].flatMap(([workload, variables]) =>
    [...variables].map(([name, content]) => ({ name: `${workload}/${name}`, content })),
  );
}

async function readText(path: string): Promise<string> {
  const content = await ifThere(readFile(path));
  return content === undefined || content.length > largestText ? '' : content.toString('utf8');
}
