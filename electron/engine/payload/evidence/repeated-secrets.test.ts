import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import type { LocatedEntry } from './located-entry.ts';
import { repeatedSecrets } from './repeated-secrets.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'repeated-'));
});
afterEach(() => rm(root, { recursive: true }));

async function located(path: string, content: string, changes: Partial<EvidenceEntry> = {}): Promise<LocatedEntry> {
  const local = join(root, path.replaceAll('/', '_'));
  await writeFile(local, content);
  const entry: EvidenceEntry = {
    path,
    type: 'file',
    place: 'app',
    mode: 0o644,
    uid: 0,
    gid: 0,
    size: content.length,
    mtime: 0,
    origin: 'unowned',
    reasons: [],
    ...changes,
  };
  return { entry, local };
}

test('a file that repeats a variable or another secret file is secret too', async () => {
  const entries = [
    await located('/srv/app/db.sh', 'mysql -p "Capstan-31"'),
    await located('/srv/app/notes', 'nothing here'),
    await located('/srv/app/.env', 'API_TOKEN=Lantern-Wick-404\n', { place: 'secret' }),
    await located('/srv/app/test.http', 'X-Auth: Lantern-Wick-404'),
    await located('/usr/share/x/sample', 'Capstan-31', { origin: 'unchanged' }),
  ];
  const found = await repeatedSecrets(entries, [{ name: 'app/DB_PASSWORD', content: 'Capstan-31' }]);
  expect(found.map(({ located: { entry } }) => entry.path)).toEqual(['/srv/app/db.sh', '/srv/app/test.http']);
});
