import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { secretsIn } from './secret-files.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-secret-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

const list = '# who may come in\nkeeper:lantern\n\npilot:north-star\n';

async function rulesFor(text: string, changes: Partial<EvidenceEntry> = {}) {
  const local = join(folder, 'file');
  await writeFile(local, text);
  const entry: EvidenceEntry = {
    path: '/etc/lighttpd/users',
    type: 'file',
    place: 'config',
    mode: 0o640,
    uid: 0,
    gid: 33,
    size: Buffer.byteLength(text),
    mtime: 0,
    origin: 'unowned',
    reasons: [],
    ...changes,
  };
  return secretsIn(entry, local);
}

test('names with passwords in the clear, kept from all others, are a secret', async () => {
  expect(await rulesFor(list)).toEqual(['password-list']);
});

test.each([
  ['everybody may read it', list, { mode: 0o644 }],
  ['it is part of the application', list, { place: 'payload' as const }],
  ['one line is something else', `${list}[section]\n`, {}],
  ['the words behind the names are too short', 'www:x\nmail:y\n', {}],
  ['there are blanks', 'listen: everywhere\n', {}],
  ['it says nothing', '# nobody yet\n\n', {}],
])('it is none where %s', async (_, text, changes) => {
  expect(await rulesFor(text, changes)).toEqual([]);
});

test("a package's unchanged file and what is a secret already are not looked at", async () => {
  expect(await rulesFor(list, { origin: 'unchanged' })).toEqual([]);
  expect(await rulesFor(list, { place: 'secret' })).toEqual([]);
});
