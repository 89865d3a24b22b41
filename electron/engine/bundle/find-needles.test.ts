import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findNeedles } from './find-needles.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'needles-'));
});
afterEach(() => rm(root, { recursive: true }));

const needle = { name: 'db', bytes: Buffer.from('correct-h0rse') };
const other = { name: 'other', bytes: Buffer.from('battery-stapl3') };

async function payload(files: Record<string, string | Buffer>): Promise<string> {
  const tar = pack();
  tar.entry({ name: 'etc/', type: 'directory' });
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, content);
  tar.finalize();
  const file = join(root, 'payload.tar');
  await writeFile(file, await buffer(tar));
  return file;
}

function places(file: string): Promise<string[]> {
  return findNeedles(file, 'workloads/x/payload.tar', [needle, other], undefined).then((hits) =>
    hits.map(({ needle: { name }, place }) => `${name} in ${place}`),
  );
}

test('says in which file of a payload a needle is', async () => {
  const large = Buffer.alloc(3 << 20);
  large.write('correct-h0rse', (1 << 20) - 5);
  const file = await payload({ 'etc/plain': 'nothing', 'etc/large': large, 'etc/other': 'a battery-stapl3 b' });
  expect(await places(file)).toEqual([
    'db in workloads/x/payload.tar:/etc/large',
    'other in workloads/x/payload.tar:/etc/other',
  ]);
});

test('a name of a file may hold one', async () => {
  const file = await payload({ 'etc/correct-h0rse': 'nothing' });
  expect(await places(file)).toEqual(['db in workloads/x/payload.tar']);
});

test('of what is no tar the whole file is named', async () => {
  const file = join(root, 'payload.tar');
  await writeFile(file, `${'x'.repeat(2000)}correct-h0rse`);
  expect(await places(file)).toEqual(['db in workloads/x/payload.tar']);
});
