import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStaging } from '../bundle/staging.ts';
import { claimRun, releaseRun, whileRunning } from './store/busy.ts';
import { noteOutside } from './store/outside.ts';
import { type Owner, thisProcess } from './store/owner.ts';
import { readSettings, writeSettings } from './store/settings.ts';
import { type ScratchProject, scratchProject } from './testing/scratch-project.ts';

let scratch: ScratchProject;
let directory: string;
beforeEach(async () => {
  scratch = await scratchProject();
  directory = scratch.directory;
  await scratch.projects.create({ directory });
});
afterEach(() => scratch.remove());

const id = '00000000-0000-4000-8000-000000000000';
const docker = { host: 'unix:///run/docker.sock', identityFiles: [], acceptNewHostKey: false };
const ended = (): Owner => ({ host: thisProcess().host, pid: spawnSync(process.execPath, ['--version']).pid });
const store = () => readdir(join(directory, '.slipway'));
const noteRun = async (running: Owner) =>
  writeSettings(directory, {
    ...(await readSettings(directory)),
    running,
    kept: { run: '0123456789ab', docker, unfinished: ['sha256:1'] },
  });

/** What a process leaves that is killed at the worst moment. */
async function leaveBehind() {
  const left = ['work/files/a', `commit-${id}/0`, `git-${id}/HEAD`, `.facts.json.${id}`, `survey/.portal.json.${id}`];
  for (const path of left) await scratch.put(`.slipway/${path}`, 'half');
  await scratch.put('.slipway/survey/portal.json', '[]');
}

describe('what a killed process left', () => {
  it('is gone when the project is open again, and nothing else is', async () => {
    await leaveBehind();
    await noteRun(ended());
    await scratch.projects.open({ directory });
    expect(await store()).not.toEqual(expect.arrayContaining([expect.stringMatching(/work|commit-|git-|\.facts/)]));
    expect(await readdir(join(directory, '.slipway/survey'))).toEqual(['portal.json']);
  });

  it('is told of, as far as it lies on a Docker host', async () => {
    expect((await scratch.projects.open({ directory })).interrupted).toBeUndefined();
    await noteRun(ended());
    expect((await scratch.projects.open({ directory })).interrupted).toBe(true);
    expect((await scratch.projects.open({ directory })).interrupted).toBe(true);
  });

  it('is left alone while a run goes on', async () => {
    await whileRunning(directory, async () => {
      await claimRun(directory);
      await leaveBehind();
      expect((await scratch.projects.open({ directory })).interrupted).toBeUndefined();
      expect(await store()).toContain('work');
      await releaseRun(directory);
    });
  });
});

describe('a copy that was being written', () => {
  const draft = () => join(dirname(directory), '.portal.zip.slipway-1');
  const note = (path: string, owner: Owner) => scratch.put('.slipway/outside.json', JSON.stringify([{ path, owner }]));

  it('is removed where its process is gone, and only then', async () => {
    await writeFile(draft(), 'half');
    await note(draft(), thisProcess());
    await scratch.projects.open({ directory });
    expect(existsSync(draft())).toBe(true);
    await note(draft(), ended());
    await scratch.projects.open({ directory });
    expect(existsSync(draft())).toBe(false);
    expect(await store()).not.toContain('outside.json');
  });

  it.each(['beside its goal', 'in its goal'])('is removed where it was made: %s', async (where) => {
    const target = join(dirname(directory), 'copy');
    if (where === 'in its goal') await mkdir(target);
    const { path } = await openStaging(target, (staged) => note(staged, ended()));
    await writeFile(join(path, 'half'), '');
    await scratch.projects.open({ directory });
    expect(existsSync(path)).toBe(false);
  });

  it('is forgotten when it is finished', async () => {
    const forget = await noteOutside(directory, draft());
    expect(await scratch.text('.slipway/outside.json')).toContain(draft());
    await forget();
    expect(await store()).not.toContain('outside.json');
  });

  it('never leads to anything but a draft of ours', async () => {
    const precious = join(dirname(directory), 'precious');
    await mkdir(precious);
    await note(precious, ended());
    await scratch.projects.open({ directory });
    expect(existsSync(precious)).toBe(true);
  });
});

describe('a commit that was being made', () => {
  const note = (owner: Owner, since: number) =>
    scratch.put('.slipway/outside.json', JSON.stringify([{ path: join(directory, '.git'), owner, since }]));
  const locks = ['index.lock', 'HEAD.lock', 'refs/heads/team/main.lock'];
  const left = () => locks.filter((lock) => existsSync(join(directory, '.git', lock)));
  beforeEach(async () => {
    for (const lock of locks) await scratch.put(`.git/${lock}`, '');
  });

  it('leaves no lock where its process is gone, and only then', async () => {
    await note(thisProcess(), Date.now());
    await scratch.projects.open({ directory });
    expect(left()).toEqual(locks);
    await note(ended(), Date.now());
    await scratch.projects.open({ directory });
    expect(left()).toEqual([]);
  });

  it('did not make an older lock', async () => {
    await utimes(join(directory, '.git/index.lock'), 1, 1);
    await note(ended(), Date.now());
    await scratch.projects.open({ directory });
    expect(left()).toEqual(['index.lock']);
  });
});

describe('the project that was open last', () => {
  it('is the one that was not left', async () => {
    const second = join(dirname(directory), 'second');
    await scratch.projects.create({ directory: second });
    await scratch.projects.open({ directory });
    const open = async () => (await scratch.projects.recent(undefined)).filter((one) => one.open === true);
    expect((await open()).map((one) => one.directory)).toEqual([directory]);
    await scratch.projects.leave({ directory });
    expect(await open()).toEqual([]);
  });
});
