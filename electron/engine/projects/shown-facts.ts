import type { Facts } from '../../../shared/model/facts.ts';
import { newestScan, readScan } from './store/scans.ts';
import { withoutSecrets } from './without-secrets.ts';

/** The newest scan, and the one that it is compared with. */
const most = 2;

/** What was shown last, by project and scan: a kept scan never changes, and the rules for secrets read all of it. */
const shown = new Map<string, Promise<Facts>>();

/** Facts of a kept scan, of the newest where none is named, as a window may show them. Rejects with `facts.invalid`. */
export async function shownFacts(root: string, scan: string | undefined): Promise<Facts> {
  const id = scan ?? (await newestScan(root));
  const key = `${root}\n${id}`;
  const facts = shown.get(key) ?? readScan(root, id).then(withoutSecrets);
  shown.delete(key);
  shown.set(key, facts);
  for (const oldest of [...shown.keys()].slice(0, -most)) shown.delete(oldest);
  // What could not be read may be there the next time.
  facts.catch(() => shown.delete(key));
  return facts;
}
