import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plan } from '../../generate/__fixtures__/plans.ts';
import { exportBundle } from '../../jobs/export.ts';
import { createJob } from '../../remote/testing/job.ts';
import { type ScratchProject, scratchProject } from '../testing/scratch-project.ts';
import { releaseHold, takeHold } from './hold.ts';
import { thisProcess } from './owner.ts';

let scratch: ScratchProject;
let directory: string;
let other: ChildProcess;
const since = '2026-11-02T07:12:00.000Z';
beforeEach(async () => {
  scratch = await scratchProject();
  directory = scratch.directory;
  await scratch.projects.create({ directory });
  other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  await once(other, 'spawn');
});
afterEach(async () => {
  other.kill('SIGKILL');
  await scratch.remove();
});

const file = () => join(directory, '.slipway/open-in.json');
const heldBy = (holder: object) => writeFile(file(), JSON.stringify({ since, ...holder }));
const heldByOther = () => heldBy({ host: hostname(), pid: other.pid });

describe('a project that another program has open', () => {
  it('is shown with who has it, can be looked at, and is not changed', async () => {
    await scratch.put('.slipway/journal.json', 'not ours to finish');
    await heldByOther();
    const project = await scratch.projects.open({ directory });
    expect(project.heldBy).toEqual({ host: hostname(), pid: other.pid, since });
    expect(await scratch.projects.scans({ directory })).toEqual([]);
    expect((await scratch.files.list({ directory })).length).toBeGreaterThanOrEqual(0);
    const held = { code: 'project.held', message: `Process ${other.pid} on ${hostname()} has this project open.` };
    await expect(scratch.projects.update({ directory, name: 'Mine' })).rejects.toMatchObject(held);
    await expect(scratch.projects.savePlan({ directory, plan: plan() })).rejects.toMatchObject(held);
    await expect(scratch.files.create({ directory, path: 'notes.txt', text: '' })).rejects.toMatchObject(held);
    expect(await scratch.text('.slipway/journal.json')).toBe('not ours to finish');
  });

  it('is not committed or pushed from the command line either', async () => {
    await heldByOther();
    const pushed = exportBundle({ directory, url: 'https://git.example/portal.git', branch: 'main' }, createJob());
    await expect(pushed).rejects.toMatchObject({ code: 'project.held' });
  });

  it('is free once that program is killed', async () => {
    await heldByOther();
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect((await scratch.projects.open({ directory })).heldBy).toBeUndefined();
    expect((await scratch.projects.update({ directory, name: 'Mine' })).name).toBe('Mine');
  });

  it('is free where its number is another program’s by now', async () => {
    await heldBy({ host: hostname(), pid: other.pid, start: '1' });
    expect(await takeHold(directory)).toBeUndefined();
  });

  it('is told for as long as that program has it, and is not taken by asking', async () => {
    await heldByOther();
    expect(await scratch.projects.holder({ directory })).toEqual({
      heldBy: { host: hostname(), pid: other.pid, since },
    });
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await scratch.projects.holder({ directory })).toEqual({});
    expect(await scratch.text('.slipway/open-in.json')).toContain(`"pid":${other.pid}`);
  });

  it('is told to whom it was taken from', async () => {
    expect(await scratch.projects.holder({ directory })).toEqual({});
    await heldByOther();
    expect(await scratch.projects.holder({ directory })).toMatchObject({ heldBy: { pid: other.pid } });
  });

  it('can be taken over, from then on against that program', async () => {
    await heldBy({ host: 'elsewhere.example', pid: 4711 });
    expect((await scratch.projects.open({ directory })).heldBy).toMatchObject({ host: 'elsewhere.example' });
    expect((await scratch.projects.open({ directory, takeOver: true })).heldBy).toBeUndefined();
    expect(await scratch.text('.slipway/open-in.json')).toContain(`"pid":${process.pid}`);
  });
});

describe('a hold', () => {
  it('is let go when the project is left, and taken again by the next change', async () => {
    await scratch.projects.leave({ directory });
    expect(await readdir(join(directory, '.slipway'))).not.toContain('open-in.json');
    await scratch.projects.update({ directory, name: 'Mine' });
    expect(await scratch.text('.slipway/open-in.json')).toContain(`"pid":${process.pid}`);
  });

  it('of another program is not let go', async () => {
    await heldByOther();
    releaseHold(directory);
    expect(await takeHold(directory)).toMatchObject({ pid: other.pid });
  });

  it('survives what nobody can read', async () => {
    await writeFile(file(), '{');
    expect(await takeHold(directory)).toBeUndefined();
  });

  it('goes to one alone of many that come at once', async () => {
    releaseHold(directory);
    const gone = spawnSync(process.execPath, ['--version']).pid;
    await heldBy({ ...thisProcess(), pid: gone });
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeHold(directory)));
    expect(taken.filter((holder) => holder !== undefined)).toEqual([]);
    const left = (await readdir(join(directory, '.slipway'))).filter((name) => name.startsWith('open-in.json'));
    expect(left).toEqual(['open-in.json']);
  });
});
