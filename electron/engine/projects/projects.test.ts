import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plan, workload } from '../generate/__fixtures__/plans.ts';
import { type ScratchProject, scratchProject } from './testing/scratch-project.ts';

let scratch: ScratchProject;
let directory: string;
beforeEach(async () => {
  scratch = await scratchProject();
  directory = scratch.directory;
});
afterEach(() => scratch.remove());

const dockerfile = 'workloads/portal/Dockerfile';
/** What is in the store of a project with a plan, and nothing that was left over. */
const store = ['.gitignore', 'generated', 'open-in.json', 'project.json'];

describe('create and open', () => {
  it('makes a folder that opens again as the same project', async () => {
    const made = await scratch.projects.create({ directory, name: 'Portal' });
    expect(made).toEqual({ directory, name: 'Portal', step: 'connect', hasPlan: false });
    expect(await scratch.projects.open({ directory })).toEqual(made);
    expect((await stat(join(directory, '.slipway'))).mode & 0o777).toBe(0o700);
    expect(await scratch.text('.slipway/.gitignore')).toBe('*\n');
  });

  it('calls it as its folder where no name is given', async () => {
    expect((await scratch.projects.create({ directory })).name).toBe('portal');
  });

  it('refuses a folder that is a project or holds something else', async () => {
    await scratch.projects.create({ directory });
    await expect(scratch.projects.create({ directory })).rejects.toMatchObject({ code: 'project.exists' });
    const other = join(dirname(directory), 'other');
    await mkdir(other);
    await writeFile(join(other, 'notes.txt'), 'mine');
    await expect(scratch.projects.create({ directory: other })).rejects.toMatchObject({ code: 'bundle.not-empty' });
    expect(await readdir(other)).toEqual(['notes.txt']);
  });

  it.each([
    ['a folder without a plan', '.'],
    ['nothing', 'gone'],
  ])('refuses to open %s', async (_, name) => {
    const nothing = join(dirname(directory), name);
    await expect(scratch.projects.open({ directory: nothing })).rejects.toMatchObject({ code: 'project.missing' });
  });

  it('keeps what was chosen', async () => {
    await scratch.projects.create({ directory });
    const server = { target: 'ssh://deploy@legacy', identityFiles: [], jump: [], sudo: true, acceptNewHostKey: false };
    const docker = { host: 'unix:///run/docker.sock', identityFiles: [], acceptNewHostKey: false };
    await scratch.projects.update({ directory, server, step: 'inventory' });
    await scratch.projects.update({ directory, docker, name: 'New name' });
    const project = await scratch.projects.open({ directory });
    expect(project).toMatchObject({ server, docker, step: 'inventory', name: 'New name' });
  });
});

describe('trust in an unknown host key', () => {
  const login = { identityFiles: [], acceptNewHostKey: true };

  it('is not kept', async () => {
    await scratch.projects.create({ directory });
    const server = { target: 'ssh://deploy@legacy', jump: [], sudo: false, ...login };
    const project = await scratch.projects.update({ directory, server, docker: { host: 'ssh://farm', ...login } });
    expect(project).toMatchObject({ server: { acceptNewHostKey: false }, docker: { acceptNewHostKey: false } });
    expect(await scratch.text('.slipway/project.json')).not.toContain('"acceptNewHostKey": true');
  });

  it('is not heeded where an earlier Slipway kept it', async () => {
    await scratch.projects.create({ directory });
    const docker = { host: 'ssh://farm', ...login };
    const kept = { slipway: 1, name: 'Portal', step: 'run', docker, kept: { run: 'r', docker } };
    await scratch.put('.slipway/project.json', JSON.stringify(kept));
    expect((await scratch.projects.open({ directory })).docker?.acceptNewHostKey).toBe(false);
  });
});

describe('recent', () => {
  it('has the last opened first, knows which are gone, and forgets', async () => {
    const second = join(dirname(directory), 'second');
    await scratch.projects.create({ directory });
    await scratch.projects.create({ directory: second });
    await scratch.projects.open({ directory });
    await rm(second, { recursive: true });
    const recent = await scratch.projects.recent(undefined);
    expect(recent.map((one) => [one.directory, one.exists])).toEqual([
      [directory, true],
      [second, false],
    ]);
    await scratch.projects.forget({ directory: second });
    expect((await scratch.projects.recent(undefined)).map((one) => one.name)).toEqual(['portal']);
  });

  it('starts anew where the list is unreadable', async () => {
    const file = join(dirname(directory), 'config', 'recent.json');
    await mkdir(dirname(file));
    await writeFile(file, '{"half": ');
    await scratch.projects.create({ directory });
    expect(await scratch.projects.recent(undefined)).toHaveLength(1);
  });
});

describe('savePlan', () => {
  beforeEach(async () => {
    await scratch.projects.create({ directory });
    expect((await scratch.projects.savePlan({ directory, plan: plan() })).conflicts).toEqual([]);
  });

  it('writes the plan and everything that follows from it', async () => {
    expect(await scratch.projects.plan({ directory })).toEqual(plan());
    const files = await scratch.files.list({ directory });
    expect(files.filter(({ state }) => state !== 'generated')).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([dockerfile, 'README.md', 'compose.yaml', 'slipway.yaml', 'environments/ops/.env']),
    );
    expect(await scratch.text(dockerfile)).toContain('ADD payload.tar /');
  });

  it('merges an edit with what is generated', async () => {
    const read = await scratch.files.read({ directory, path: dockerfile });
    const edited = read.text.replace('FROM debian', '# our mirror\nFROM debian');
    await scratch.files.write({ directory, path: dockerfile, text: edited, version: read.version });
    const changed = plan([workload({ command: ['/usr/sbin/apache2', '-X'] })]);
    expect((await scratch.projects.savePlan({ directory, plan: changed })).conflicts).toEqual([]);
    const after = await scratch.text(dockerfile);
    expect(after).toContain('# our mirror\nFROM debian');
    expect(after).toContain('CMD ["/usr/sbin/apache2", "-X"]');
    expect(await stateOf(dockerfile)).toBe('edited');
  });

  it('shows a conflict in the file until it is resolved', async () => {
    await scratch.put(dockerfile, (await scratch.text(dockerfile)).replace('"-D", "FOREGROUND"', '"-e", "debug"'));
    const changed = plan([workload({ command: ['/usr/sbin/apache2', '-X'] })]);
    const saved = await scratch.projects.savePlan({ directory, plan: changed });
    expect(saved.conflicts).toEqual([dockerfile]);
    expect(await scratch.text(dockerfile)).toMatch(/<<<<<<< edited\n.*debug.*\n=======\n.*-X.*\n>>>>>>> generated/);
    expect(await stateOf(dockerfile)).toBe('conflict');
    expect((await scratch.projects.savePlan({ directory, plan: changed })).conflicts).toEqual([dockerfile]);
    await scratch.files.revert({ directory, path: dockerfile });
    expect((await scratch.projects.savePlan({ directory, plan: changed })).conflicts).toEqual([]);
  });

  it('takes the files of a workload that is left out along, but not what a person made there', async () => {
    const two = plan([workload(), workload({ name: 'worker' })]);
    await scratch.projects.savePlan({ directory, plan: two });
    await scratch.put('workloads/worker/notes.txt', 'mine');
    await scratch.projects.savePlan({ directory, plan: plan() });
    expect(await readdir(join(directory, 'workloads/worker'))).toEqual(['notes.txt']);
  });

  it('keeps a person’s comments in slipway.yaml', async () => {
    const text = await scratch.text('slipway.yaml');
    await scratch.put('slipway.yaml', text.replace(/^( +)strategy:/m, '$1# asked by operations\n$1strategy:'));
    const changed = plan([workload({ strategy: 'scratch', hostname: 'portal-2' })]);
    await scratch.projects.savePlan({ directory, plan: changed });
    expect(await scratch.text('slipway.yaml')).toMatch(/# asked by operations\n +strategy: scratch/);
    expect(await scratch.projects.plan({ directory })).toEqual(changed);
  });

  it.each([
    ['two workloads of one name', plan([workload(), workload()])],
    ['a pod of nobody', plan([workload()], { pods: [{ ...podOf('ghost') }] })],
    ['a name that leads elsewhere', plan([workload({ name: '../x' })])],
    ['a command that is none', plan([workload({ command: [] })])],
  ])('refuses %s and changes nothing', async (_, wrong) => {
    const before = await scratch.text('slipway.yaml');
    await expect(scratch.projects.savePlan({ directory, plan: wrong })).rejects.toMatchObject({
      code: 'bundle.invalid',
    });
    expect(await scratch.text('slipway.yaml')).toBe(before);
    expect((await readdir(join(directory, '.slipway'))).sort()).toEqual(store);
  });
});

describe('a bundle without a project', () => {
  it('opens as it is, and what was edited in it counts as edited', async () => {
    await scratch.projects.create({ directory });
    await scratch.projects.savePlan({ directory, plan: plan() });
    await rm(join(directory, '.slipway'), { recursive: true });
    await scratch.put('README.md', `${await scratch.text('README.md')}\nAsk operations first.\n`);
    await scratch.put('notes.txt', 'mine');

    const project = await scratch.projects.open({ directory: join(directory, 'slipway.yaml') });
    expect(project).toMatchObject({ directory, name: 'legacy01.example', hasPlan: true });
    const changed = (await scratch.files.list({ directory })).filter(({ state }) => state !== 'generated');
    expect(changed.map(({ path, state }) => [path, state])).toEqual([
      ['README.md', 'edited'],
      ['notes.txt', 'own'],
    ]);
    await scratch.projects.savePlan({ directory, plan: plan([workload({ title: 'Another title' })]) });
    expect(await scratch.text('README.md')).toContain('Ask operations first.');
    expect(await scratch.text('README.md')).toContain('Another title');
  });
});

describe('a killed process', () => {
  it('leaves a commit that the next one finishes', async () => {
    await scratch.projects.create({ directory });
    await scratch.projects.savePlan({ directory, plan: plan() });
    const staging = 'commit-00000000-0000-4000-8000-000000000000';
    await scratch.put(`.slipway/${staging}/0`, 'first');
    await scratch.put(`.slipway/${staging}/1`, 'second');
    const puts = [
      { from: '0', to: 'a.txt' },
      { from: '1', to: 'deep/b.txt' },
    ];
    await scratch.put('.slipway/journal.json', JSON.stringify({ staging, puts, removes: ['README.md'] }));
    await mkdir(join(directory, 'deep'));
    await rename(join(directory, '.slipway', staging, '1'), join(directory, 'deep/b.txt'));

    await scratch.projects.open({ directory });
    expect(await scratch.text('a.txt')).toBe('first');
    expect(await scratch.text('deep/b.txt')).toBe('second');
    await expect(scratch.text('README.md')).rejects.toThrow(/ENOENT/);
    expect((await readdir(join(directory, '.slipway'))).sort()).toEqual(store);
  });
});

function podOf(name: string) {
  return { name, workloads: [name], sharedDirectories: [], reason: '' };
}

async function stateOf(path: string): Promise<string | undefined> {
  return (await scratch.files.list({ directory })).find((file) => file.path === path)?.state;
}
