import { readFile } from 'node:fs/promises';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { isPublished } from '../../plan/secrets/published.ts';
import { maxScannedBytes, scanText } from '../secrets/scan.ts';
import { isText } from '../select/places.ts';

/** Rules that a file breaks; a package's own unchanged file is public and never looked at. */
export async function secretsIn(entry: EvidenceEntry, local: string): Promise<string[]> {
  const scanned = entry.type === 'file' && entry.origin !== 'unchanged' && entry.place !== 'secret';
  if (!scanned || entry.size === 0 || entry.size > maxScannedBytes) return [];
  const content = await readFile(local);
  if (!isText(content)) return [];
  const text = content.toString('utf8');
  if (isPasswordList(entry, text)) return ['password-list'];
  const rules = await scanText(text, entry.path);
  return isPublished(entry.path) ? rules.filter((rule) => rule !== 'password-literal') : rules;
}

/**
 * Names with passwords, one a line, which somebody took the right to read from all others: a web server's list of users
 * in the clear, such as lighttpd's `plain` backend reads.
 */
function isPasswordList(entry: EvidenceEntry, text: string): boolean {
  if (entry.place !== 'config' || (entry.mode & 0o004) !== 0) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => /^[^\s:]{1,64}:\S{3,}$/.test(line));
}
