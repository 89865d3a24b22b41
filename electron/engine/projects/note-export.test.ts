import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LastExport } from '../../../shared/model/project.ts';
import { noteExport } from './note-export.ts';
import { type ScratchProject, scratchProject } from './testing/scratch-project.ts';

const zip: LastExport = { way: 'zip', at: '2026-11-02T09:05:00.000Z', target: '/home/engineer/portal.zip' };
let scratch: ScratchProject;
let directory: string;
beforeEach(async () => {
  scratch = await scratchProject();
  directory = scratch.directory;
});
afterEach(() => scratch.remove());

it('is told when the project is opened again', async () => {
  await scratch.projects.create({ directory });
  await noteExport(directory, zip);
  expect((await scratch.projects.open({ directory })).lastExport).toEqual(zip);
});

it('makes no project of a bundle', async () => {
  const bundle = dirname(directory);
  const before = await readdir(bundle);
  await noteExport(bundle, zip);
  expect(await readdir(bundle)).toEqual(before);
});

it('leaves a project alone that another program has open', async () => {
  await scratch.projects.create({ directory });
  const settings = await scratch.text('.slipway/project.json');
  const holder = { host: 'build-desk', pid: 4711, since: '2026-11-02T07:12:00.000Z' };
  await writeFile(join(directory, '.slipway/open-in.json'), JSON.stringify(holder));
  await noteExport(directory, zip);
  expect(await scratch.text('.slipway/project.json')).toBe(settings);
});
