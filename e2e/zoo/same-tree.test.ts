import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { differingPaths } from './same-tree.ts';

const made: string[] = [];

afterEach(async () => {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true });
});

async function tree(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'slipway-same-tree-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

test("equal trees differ in nothing, whatever Git and the reports' times say", async () => {
  const one = await tree({ 'compose.yaml': 'a', '.git/index': '1', 'parity.json': '{"takenAt":1}' });
  const other = await tree({ 'compose.yaml': 'a', '.git/index': '2', 'parity.json': '{"takenAt":2}' });
  expect(await differingPaths(one, other)).toEqual([]);
});

test('other content, and a file that only one has, are named', async () => {
  const one = await tree({ 'workloads/a/Dockerfile': 'FROM x', 'README.md': 'r' });
  const other = await tree({ 'workloads/a/Dockerfile': 'FROM y', '.env.example': '' });
  expect(await differingPaths(one, other)).toEqual(['.env.example', 'README.md', 'workloads/a/Dockerfile']);
});
