import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { groups, probes } from './registry.ts';

const here = new URL('./', import.meta.url);

function foldersWithProbe(): string[] {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // `enrich` answers later questions and is no part of the scan.
  return folders
    .map((entry) => entry.name)
    .filter((name) => name !== 'enrich' && readdirSync(new URL(`${name}/`, here)).includes('probe.sh'))
    .sort();
}

test('the registry and the folders agree', () => {
  expect(Object.keys(probes).sort()).toEqual(foldersWithProbe());
  for (const [key, probe] of Object.entries(probes)) expect(probe.name).toBe(key);
});

test.each(foldersWithProbe())('%s has its parser and tests', (name) => {
  const files = readdirSync(new URL(`${name}/`, here));
  expect(files).toEqual(expect.arrayContaining(['probe.sh', 'parse.ts', 'parse.test.ts']));
});

test.each(Object.values(probes))('$name copes with no output at all', (probe) => {
  expect(() => probe.parse([])).not.toThrow();
});

test('every probe runs in one group', () => {
  expect(groups.flat().sort()).toEqual(Object.keys(probes).sort());
});
