import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProjects } from '../projects/projects.ts';
import { fingerprint, formatKnownHost } from '../remote/host-keys/known-hosts.ts';
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
  const machine = { root, node: process.execPath };
  return { demo: createDemo({ settings, projects, home: scratch, machine }), projects };
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

  test('leaves no key of its own in known_hosts', async () => {
    const blob = Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519')]);
    const { demo } = demoOf(starts.replace('SHA256:x', fingerprint(blob)));
    await demo.start({ directory: directory() }, createJob());
    mkdirSync(join(scratch, '.ssh'));
    const known = join(scratch, '.ssh/known_hosts');
    writeFileSync(known, `# mine\n${formatKnownHost('[127.0.0.1]:2022', blob, false)}`);
    await demo.stop({}, createJob());
    expect(readFileSync(known, 'utf8')).toBe('# mine\n');
  });

  test('that does not start says why, and leaves no project', async () => {
    const { demo } = demoOf(`console.error('No Docker here.'); process.exit(1);`);
    const started = demo.start({ directory: directory() }, createJob());
    await expect(started).rejects.toMatchObject({ code: 'demo.failed', message: 'No Docker here.' });
    expect(existsSync(directory())).toBe(false);
    expect(await demo.state(undefined)).toEqual({ possible: true });
  });

  test.each([
    ['engine-access', 'unix:///d', /does not let this account in/, /usermod/],
    ['base-image', 'debian:x: denied', /debian:x: denied/, /docker pull/],
    ['engine', 'no such file', /No Docker engine answers.*no such file/, /Start Docker/],
    ['programs', 'install ssh', /install ssh/, /Install them/],
  ])('that lacks %s says what to do', async (lacks, detail, message, hint) => {
    const { demo } = demoOf(`console.log(${JSON.stringify(JSON.stringify({ lacks, detail }))}); process.exit(1);`);
    await expect(demo.start({ directory: directory() }, createJob())).rejects.toMatchObject({
      code: 'demo.failed',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
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
