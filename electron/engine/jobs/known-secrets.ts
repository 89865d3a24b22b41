import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../../../shared/model/plan.ts';
import type { KnownSecret } from '../bundle/check-no-secrets.ts';
import { secretFile } from '../bundle/layout.ts';
import { secretsIn } from '../plan/secrets/find-secrets.ts';

/** Beyond this a secret file is no text that somebody typed. */
const largestText = 1 << 20;

/**
 * What must stand in no file that Git keeps: the values of secret variables, and of each secret file what makes it one.
 * A configuration file that holds one password is mostly not secret; a key is secret as a whole.
 */
export async function knownSecrets(
  root: string,
  plan: Plan,
  values: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<KnownSecret[]> {
  const known: KnownSecret[] = [];
  for (const [workload, variables] of values) {
    for (const [name, content] of variables) known.push({ name: `${workload}/${name}`, content });
  }
  for (const { name: workload, secrets } of plan.workloads) {
    for (const secret of secrets) {
      if (secret.kind !== 'file') continue;
      const content = await readText(join(root, secretFile(workload, secret.path)));
      const inside = secretsIn(content);
      const contents = inside.length > 0 ? inside : [content];
      known.push(...contents.map((one) => ({ name: `${workload}/${secret.name}`, content: one })));
    }
  }
  return known;
}

async function readText(path: string): Promise<string> {
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  return content.length > largestText ? '' : content.toString('utf8');
}
