import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectors } from './registry.ts';

const folder = new URL('.', import.meta.url);
const onDisk = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'support')
  .map((entry) => entry.name);

test('every folder is registered and every registered detector has its folder', () => {
  expect(detectors.map((detector) => detector.id).sort()).toEqual(onDisk.sort());
});

test.each(onDisk)('%s has the shape of a detector', (name) => {
  const files = readdirSync(new URL(`${name}/`, folder));
  expect(files).toEqual(expect.arrayContaining(['index.ts', 'detect.ts', 'plan.ts', 'README.md', '__fixtures__']));
  expect(files.some((file) => file.endsWith('.test.ts'))).toBe(true);
});

test('the fallbacks stand last', () => {
  expect(detectors.slice(-2).map((detector) => detector.id)).toEqual(['script', 'native']);
});
