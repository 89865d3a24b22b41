import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProjects } from '../projects/projects.ts';
import { createJob } from '../remote/testing/job.ts';
import { createDemo } from './demo.ts';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'slipway-demo-server-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const told = { target: 'ssh://root@127.0.0.1:2022', identityFile: '/k', fingerprint: 'SHA256:x', docker: 'unix:///d' };

/** A demo whose checkout has `source` for its scripts. */
function demoOf(source: string) {
  const root = join(scratch, 'checkout');
  mkdirSync(join(root, 'scripts'), { recursive: true });
  writeFileSync(join(root, 'scripts/bootstrap.mjs'), source);
  const settings = join(scratch, 'settings');
  const projects = createProjects({ recentFile: join(settings, 'recent.json') });
  return { demo: createDemo({ settings, projects, machine: { root, node: process.execPath } }), projects };
}

const starts = `console.error('Booting \\x1b[2Jportal'); console.log(${JSON.stringify(JSON.stringify(told))});`;
const directory = () => join(scratch, 'project');

describe('a demo server', () => {
  test('opens a project with both ends filled in, and is remembered', async () => {
    const { demo, projects } = demoOf(starts);
    const job = createJob();
    expect(await demo.state(undefined)).toEqual({ possible: true });
    expect(await demo.start({ directory: directory() }, job)).toEqual({
      directory: directory(),
      target: told.target,
      fingerprint: told.fingerprint,
    });
    expect(await projects.open({ directory: directory() })).toMatchObject({
      server: { target: told.target, identityFiles: ['/k'], acceptNewHostKey: false },
      docker: { host: 'unix:///d' },
    });
    expect(job.said.at(-1)).toContain('"Booting [2Jportal"');
    expect(await demo.state(undefined)).toMatchObject({ started: { directory: directory(), running: true } });
  });

  test('started anew keeps its project, and takes the new address', async () => {
    const { demo, projects } = demoOf(starts);
    await demo.start({ directory: directory() }, createJob());
    await projects.update({ directory: directory(), name: 'Mine' });
    const moved = demoOf(starts.replace(':2022', ':2023'));
    await moved.demo.start({ directory: directory() }, createJob());
    const project = await projects.open({ directory: directory() });
    expect(project).toMatchObject({ name: 'Mine', server: { target: 'ssh://root@127.0.0.1:2023' } });
  });

  test('is forgotten once it is removed, and its project stays', async () => {
    const { demo, projects } = demoOf(starts);
    await demo.start({ directory: directory() }, createJob());
    expect(await demo.stop({}, createJob())).toEqual({ directory: directory() });
    expect(await demo.state(undefined)).toEqual({ possible: true });
    expect((await projects.open({ directory: directory() })).name).toBe('Demo');
  });

  test('that does not start says why, and leaves no project', async () => {
    const { demo } = demoOf(`console.error('No Docker here.'); process.exit(1);`);
    const started = demo.start({ directory: directory() }, createJob());
    await expect(started).rejects.toMatchObject({ code: 'demo.failed', message: 'No Docker here.' });
    expect(existsSync(directory())).toBe(false);
    expect(await demo.state(undefined)).toEqual({ possible: true });
  });

  test('that is cancelled gets to clean up, and is waited for', async () => {
    const cancel = new AbortController();
    const mark = join(scratch, 'cleaned');
    const { demo } = demoOf(`
      import { writeFileSync } from 'node:fs';
      process.on('SIGINT', () => { writeFileSync(${JSON.stringify(mark)}, 'yes'); process.exit(130); });
      setInterval(() => undefined, 1000);
      console.error('ready');`);
    const job = createJob({}, cancel.signal);
    const emit = (event: Parameters<typeof job.emit>[0]) => {
      if (event.type === 'log') cancel.abort();
    };
    await expect(demo.start({ directory: directory() }, { ...job, emit })).rejects.toThrow();
    expect(readFileSync(mark, 'utf8')).toBe('yes');
    expect(await demo.state(undefined)).toEqual({ possible: true });
  });

  test('touches no folder of somebody else', async () => {
    const { demo } = demoOf(`throw new Error('was started');`);
    mkdirSync(directory());
    writeFileSync(join(directory(), 'thesis.txt'), '');
    await expect(demo.start({ directory: directory() }, createJob())).rejects.toMatchObject({
      code: 'bundle.not-empty',
    });
  });

  test('is not offered without the sources, or without Node', async () => {
    const projects = createProjects({ recentFile: join(scratch, 'recent.json') });
    const on = (root: string | undefined, node: string | undefined) =>
      createDemo({ settings: scratch, projects, machine: { root, node } });
    expect(await on(undefined, '/n').state(undefined)).toEqual({ possible: 'no-checkout' });
    expect(await on('/r', undefined).state(undefined)).toEqual({ possible: 'no-node' });
    const started = on(undefined, '/n').start({ directory: directory() }, createJob());
    await expect(started).rejects.toMatchObject({ code: 'demo.impossible' });
  });
});
