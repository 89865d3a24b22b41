import { readFile } from 'node:fs/promises';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { maxScannedBytes, scanText } from '../secrets/scan.ts';
import { isText } from '../select/places.ts';

/** Rules that a file breaks; a package's own unchanged file is public and never looked at. */
export async function secretsIn(entry: EvidenceEntry, local: string): Promise<string[]> {
  const scanned = entry.type === 'file' && entry.origin !== 'unchanged' && entry.place !== 'secret';
  if (!scanned || entry.size === 0 || entry.size > maxScannedBytes) return [];
  if (isWithheld(entry)) return ['readable-by-few'];
  const content = await readFile(local);
  return isText(content) ? scanText(content.toString('utf8'), entry.path) : [];
}

/** Somebody took the right to read it from all others: what a package brings so is public all the same. */
function isWithheld(entry: EvidenceEntry): boolean {
  return entry.place === 'config' && entry.package === undefined && (entry.mode & 0o004) === 0;
}
