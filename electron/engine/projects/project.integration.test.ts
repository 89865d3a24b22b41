import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JobEvent } from '../../../shared/model/events.ts';
import type { EvidenceEntry } from '../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../shared/model/plan.ts';
import type { Recorded } from '../../../shared/model/run-record.ts';
import { filesBelow } from '../bundle/committed-files.ts';
import type { JobContext } from '../job-context.ts';
import { build } from '../jobs/build.ts';
import { type LabServer, startLabServer } from './testing/lab-server.ts';
import { type ScratchProject, scratchProject } from './testing/scratch-project.ts';

// A real server of the lab, a real Docker engine, and one project on its way from the one to the other.
const run = promisify(execFile);
const docker = async (...args: string[]) => (await run('docker', args)).stdout.trim();
const name = 'quoted';
const dockerfile = `workloads/${name}/Dockerfile`;

let server: LabServer;
let scratch: ScratchProject;
let directory: string;

beforeAll(async () => {
  server = await startLabServer('cppdaemon', 'project');
  scratch = await scratchProject();
  directory = scratch.directory;
  const home = join(dirname(directory), 'home');
  await mkdir(join(home, '.ssh'), { recursive: true, mode: 0o700 });
  vi.stubEnv('HOME', home);
  vi.stubEnv('SSH_AUTH_SOCK', '');
  await scratch.projects.create({ directory });
  const login = { identityFiles: [server.identityFile], acceptNewHostKey: false };
  await scratch.projects.update({
    directory,
    server: { target: server.target, jump: [], sudo: server.sudo, ...login },
    docker: { host: process.env.DOCKER_HOST, identityFiles: [], acceptNewHostKey: false },
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await scratch?.projects.stop({ directory }, job()).catch(() => undefined);
  await scratch?.remove();
  await server?.stop();
});

interface TestJob extends JobContext {
  events: JobEvent[];
}

function job(onEvent: (event: JobEvent) => void = () => undefined, signal = new AbortController().signal): TestJob {
  const events: JobEvent[] = [];
  const emit = (event: JobEvent): void => {
    events.push(event);
    onEvent(event);
  };
  // The server's key is not known at first, and is from then on.
  return { signal, events, emit, ask: async ({ kind }) => (kind === 'host-key' ? 'yes' : undefined) };
}

/** Every file of the project with its hash. */
/** The beginning and the end of what is kept of the last run, between which something was told. */
async function lastRecord(): Promise<Recorded[]> {
  const entries: Recorded[] = [];
  for await (const part of scratch.projects.record({ directory }, undefined)) entries.push(...part);
  expect(entries.length).toBeGreaterThan(20);
  return entries.filter(({ kind }) => kind !== 'told');
}

async function snapshot(root = directory): Promise<Record<string, string>> {
  const all = await Promise.all(
    (await filesBelow(root)).map(
      async (path) =>
        [
          path,
          createHash('sha256')
            .update(await readFile(join(root, path)))
            .digest('hex'),
        ] as const,
    ),
  );
  return Object.fromEntries(all);
}

async function keptRun(root = directory): Promise<string | undefined> {
  return JSON.parse(await readFile(join(root, '.slipway/project.json'), 'utf8')).kept?.run;
}

async function containers(label: string | undefined): Promise<string[]> {
  const listed = await docker('ps', '--all', '--quiet', '--filter', `label=slipway=${label}`);
  return listed.split('\n').filter((line) => line !== '');
}

function changed(plan: Plan, change: (workload: Workload) => Partial<Workload>): Plan {
  return { ...plan, workloads: plan.workloads.map((one) => ({ ...one, ...change(one) })) };
}

async function evidence(): Promise<EvidenceEntry[]> {
  const entries: EvidenceEntry[] = [];
  const parts = scratch.projects.evidence({ directory, workload: name }, undefined);
  for await (const part of parts) entries.push(...part);
  return entries;
}

const pathsOf = async () => (await evidence()).filter(({ place }) => place !== 'base').map(({ path }) => path);

describe.sequential('a project', () => {
  it('is planned by its first scan, and has every file to edit', async () => {
    const summary = await scratch.projects.scan({ directory }, job());
    expect(await scratch.projects.scans({ directory })).toEqual([summary]);
    expect((await scratch.projects.facts({ directory })).os.hostname).toBe('cppdaemon');
    expect((await scratch.projects.plan({ directory })).workloads.map((one) => one.name)).toEqual([name]);
    expect(await scratch.text(dockerfile)).toMatch(/^FROM debian[\s\S]*^ADD payload\.tar \/$[\s\S]*^CMD /m);
    expect((await scratch.projects.open({ directory })).scan).toEqual(summary);
  });

  it('tells what would be fetched without fetching it', async () => {
    const surveying = job();
    expect(await scratch.projects.survey({ directory }, surveying)).toEqual({ workloads: [name] });
    expect(await pathsOf()).toEqual(expect.arrayContaining(['/srv/quotes/bin/quoted', '/srv/quotes/.profile']));
    expect(surveying.events).toContainEqual(expect.objectContaining({ step: 'extract', unit: 'files' }));
    expect(surveying.events.filter((event) => event.type === 'progress' && event.unit === 'bytes')).toEqual([]);
  });

  it('is as it was where a run is cancelled, and a killed one leaves it whole', async () => {
    const before = await snapshot();
    const copy = join(dirname(directory), 'killed');
    const cancel = new AbortController();
    // What lies on the disk while the container runs is what a process that is killed then leaves behind. Nothing goes on
    // here meanwhile, so that the run cannot be over by then.
    const stopThere = (event: JobEvent): void => {
      if (event.type !== 'progress' || event.step !== 'verify' || cancel.signal.aborted) return;
      cpSync(directory, copy, { recursive: true });
      cancel.abort();
    };
    await expect(scratch.projects.run({ directory }, job(stopThere, cancel.signal))).rejects.toThrow();
    expect(await snapshot()).toEqual(before);
    expect(await lastRecord()).toMatchObject([{ kind: 'begun' }, { kind: 'ended', error: { code: 'cancelled' } }]);
    expect(await keptRun()).toBeUndefined();
    const run = await keptRun(copy);
    expect(run).toMatch(/./);
    expect(await containers(run)).toEqual([]);

    expect(await snapshot(copy)).toEqual(before);
    expect(await scratch.projects.open({ directory: copy })).toMatchObject({ hasPlan: true });
    expect(await scratch.projects.stop({ directory: copy }, job())).toEqual({ removed: 0 });
  });

  it('runs by its plan and its edited files, which stay edited', async () => {
    const plan = await scratch.projects.plan({ directory });
    const exclude = [{ pattern: '/srv/quotes/.profile', reason: 'chosen by hand' }];
    const without = changed(plan, ({ files }) => ({ files: { ...files, exclude: [...files.exclude, ...exclude] } }));
    expect((await scratch.projects.savePlan({ directory, plan: without })).conflicts).toEqual([]);
    const read = await scratch.files.read({ directory, path: dockerfile });
    const text = read.text.replace(/^EXPOSE/m, 'LABEL edited="by hand"\nEXPOSE');
    await scratch.files.write({ directory, path: dockerfile, text, version: read.version });

    const result = await scratch.projects.run({ directory }, job());
    const [workload] = result.workloads;
    expect(workload).toMatchObject({ name, verdict: 'equivalent', repairs: [] });
    expect(await docker('inspect', '--format', '{{.Config.Labels.edited}}', workload?.imageId ?? '')).toBe('by hand');
    const dockerfileNow = await scratch.files.read({ directory, path: dockerfile });
    expect(dockerfileNow.text).toContain('LABEL edited="by hand"');
    expect(dockerfileNow.text).toMatch(/lacks or has otherwise \(\d+ files\)/);
    expect(dockerfileNow.generated).not.toContain('LABEL');
    expect(await pathsOf()).not.toContain('/srv/quotes/.profile');
    expect(await containers(await keptRun())).toHaveLength(1);
    expect(await scratch.projects.parity({ directory })).toMatchObject({ workloads: [{ verdict: 'equivalent' }] });
    expect((await scratch.projects.open({ directory })).lastRun?.result).toEqual(result);
    const at = expect.any(Number);
    expect(await lastRecord()).toEqual([
      { kind: 'begun', at },
      { kind: 'ended', at },
    ]);
    const committed = (await run('git', ['-C', directory, 'ls-files'])).stdout.split('\n');
    expect(committed).toEqual(expect.arrayContaining([dockerfile, 'slipway.yaml', 'parity.html', 'sbom.cdx.json']));
    expect(
      committed.filter((path) => /slipway\/|\.env$|quoted\.yaml/.test(path) && !path.startsWith('environments/')),
    ).toEqual([]);
  });

  it('fetches nothing again that is here already, and replaces the containers', async () => {
    const earlier = await keptRun();
    const again = job();
    const { workloads } = await scratch.projects.run({ directory }, again);
    expect(workloads[0]?.verdict).toBe('equivalent');
    const bytes = again.events.filter((event) => event.type === 'progress' && event.unit === 'bytes');
    expect(bytes.filter((event) => event.type === 'progress' && event.done !== event.total)).toEqual([]);
    expect(await containers(earlier)).toEqual([]);
    expect(await containers(await keptRun())).toHaveLength(1);
  });

  it('does not build a file with a conflict', async () => {
    const text = await scratch.text(dockerfile);
    await writeFile(join(directory, dockerfile), `${text}<<<<<<< edited\nA\n=======\nB\n>>>>>>> generated\n`);
    await expect(scratch.projects.run({ directory }, job())).rejects.toMatchObject({ code: 'file.conflict' });
    await writeFile(join(directory, dockerfile), text);
  });

  it('is repaired, and a repair that was taken back is not made again', async () => {
    const plan = await scratch.projects.plan({ directory });
    const narrow = changed(plan, ({ files }) => ({
      command: ['/bin/sh', '-c', 'cat /srv/quotes/data/quotes.txt >/dev/null && exec bin/quoted -c etc/quoted.yaml'],
      files: {
        ...files,
        include: files.include.map((one) => (one.path === '/srv/quotes' ? { ...one, path: '/srv/quotes/bin' } : one)),
      },
    }));
    await scratch.projects.savePlan({ directory, plan: narrow });
    const repaired = (await scratch.projects.run({ directory }, job())).workloads[0];
    const repair = repaired?.repairs.find(({ change }) => change.includes('quotes.txt'));
    if (repair === undefined) throw new Error(`No repair brought the file: ${JSON.stringify(repaired)}`);
    const { rule, change } = repair;
    const undone = await scratch.projects.undoRepair({ directory, workload: name, rule, change });
    expect(undone.plan).toEqual(narrow);
    const after = (await scratch.projects.run({ directory }, job())).workloads[0];
    expect(after?.verdict).toBe('failed');
    expect(after?.repairs.filter((one) => one.change === change)).toEqual([]);
    expect(await scratch.text(dockerfile)).toContain('LABEL edited="by hand"');
  });

  it('is decided anew from what is known, with the edits kept', async () => {
    const { plan, conflicts } = await scratch.projects.decide({ directory, choices: {} }, job());
    expect(conflicts).toEqual([]);
    expect(plan.workloads[0]?.files.include.map(({ path }) => path)).toContain('/srv/quotes');
    expect(await scratch.text(dockerfile)).toContain('LABEL edited="by hand"');
    const { workloads } = await scratch.projects.run({ directory, workloads: [name] }, job());
    expect(workloads[0]?.verdict).toBe('equivalent');
  });

  it('stops what runs', async () => {
    const run = await keptRun();
    expect(await containers(run)).toHaveLength(1);
    expect(await scratch.projects.stop({ directory }, job())).toEqual({ removed: 1 });
    expect(await containers(run)).toEqual([]);
    expect(await scratch.projects.stop({ directory }, job())).toEqual({ removed: 0 });
  });

  it('builds with the command line’s own job', async () => {
    const host = { host: process.env.DOCKER_HOST, identityFiles: [], acceptNewHostKey: false };
    const { workloads } = await build({ directory, docker: host }, job());
    expect(workloads.map(({ verdict, reasons }) => [verdict, reasons])).toEqual([['skipped', ['Built; not run.']]]);
  });

  it('opens as a project again where only the bundle is left of it', async () => {
    await rm(join(directory, '.slipway'), { recursive: true });
    expect(await scratch.projects.open({ directory })).toMatchObject({ hasPlan: true, step: 'edit' });
    const states = (await scratch.files.list({ directory })).map(({ path, state }) => [path, state]);
    expect(states.filter(([path, state]) => state !== 'generated' && !path?.startsWith('secrets/'))).toEqual([
      [dockerfile, 'edited'],
    ]);
    expect(await evidence()).not.toEqual([]);
    expect(await scratch.projects.parity({ directory })).toMatchObject({ workloads: [{ verdict: 'equivalent' }] });
  });
});
