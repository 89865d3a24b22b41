import { readFile } from 'node:fs/promises';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { KnownSecret } from '../../bundle/secret-needles.ts';
import { needlesOf } from '../../bundle/secret-needles.ts';
import { secretsIn } from '../../plan/secrets/find-secrets.ts';
import { maxScannedBytes } from '../secrets/scan.ts';
import type { LocatedEntry } from './located-entry.ts';

/** What names the rule by which these files are secret. */
const rule = sentence`the value of another secret`;

/**
 * Files that repeat what a variable or another file of the workload keeps secret: a password that stands in the unit's
 * environment often stands in a script as well, where nothing says that it is one. A package's own unchanged file tells
 * nothing, and a secret of which nothing is known but that it is one (a key) is looked for line by line.
 */
export async function repeatedSecrets(
  entries: readonly LocatedEntry[],
  variables: readonly KnownSecret[],
): Promise<{ located: LocatedEntry; rule: string }[]> {
  const needles = [...variables, ...(await inSecretFiles(entries))].flatMap(needlesOf);
  if (needles.length === 0) return [];
  const found: { located: LocatedEntry; rule: string }[] = [];
  for (const located of entries) {
    const content = isOpen(located) ? await contentOf(located) : undefined;
    if (content !== undefined && needles.some(({ bytes }) => content.includes(bytes))) found.push({ located, rule });
  }
  return found;
}

async function inSecretFiles(entries: readonly LocatedEntry[]): Promise<KnownSecret[]> {
  const known: KnownSecret[] = [];
  for (const located of entries.filter(({ entry }) => entry.place === 'secret' && entry.origin !== 'unchanged')) {
    const content = (await contentOf(located))?.toString('utf8') ?? '';
    const inside = secretsIn(content);
    for (const one of inside.length > 0 ? inside : [content]) known.push({ name: located.entry.path, content: one });
  }
  return known;
}

/** Whether a file would be for all to see, and is somebody's own. */
function isOpen({ entry }: LocatedEntry): boolean {
  return entry.type === 'file' && entry.origin !== 'unchanged' && ['payload', 'app', 'config'].includes(entry.place);
}

async function contentOf({ entry, local }: LocatedEntry): Promise<Buffer | undefined> {
  return local === undefined || entry.size > maxScannedBytes ? undefined : readFile(local);
}
