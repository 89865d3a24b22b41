import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { JobEvent } from '../../../shared/model/events.ts';
import { factsSchema } from '../../../shared/model/facts.ts';
import { scan } from './scan.ts';
import { testJob } from './testing/job.ts';
import { localShell } from './testing/local-shell.ts';

const children: ChildProcess[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function start(file: string, argv: string[], options: { cwd?: string; env?: Record<string, string> } = {}): number {
  const child = spawn(file, argv, { stdio: 'ignore', ...options });
  children.push(child);
  return child.pid ?? 0;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'slipway-scan-'));
  folders.push(made);
  return made;
}

const shells: [string, string[]][] = [
  ['dash', ['dash']],
  ['busybox ash', ['busybox', 'sh']],
  ['bash', ['bash']],
];

describe.each(shells)('%s', (_, argv) => {
  test('reads a process byte for byte, and the file it names', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'app.conf'), 'port = 1\n');
    const pid = start('sleep', ['600'], { cwd, env: { PLAIN: 'x', ODD: 'two\nlines' } });
    const script = start('sh', ['-c', 'sleep 601; :', 'name\nwith newline', 'app.conf'], { cwd });
    const host = localShell(argv);
    const facts = await scan(host, testJob());
    expect(host.execs).toBe(1);
    expect(factsSchema.safeParse(facts).error).toBeUndefined();
    expect(facts.access).toBe('root');
    const found = facts.processes.find((process) => process.pid === pid);
    expect(found).toMatchObject({
      argv: ['sleep', '600'],
      cwd,
      user: 'root',
      environment: expect.arrayContaining([{ name: 'ODD', value: 'two\nlines' }]),
    });
    expect(found?.mappedFiles).toContain(found?.exe);
    expect(facts.processes.find((process) => process.pid === script)?.argv).toContain('name\nwith newline');
    expect(facts.configFiles).toContainEqual({
      path: join(cwd, 'app.conf'),
      source: `argv:${script}`,
      content: 'port = 1\n',
      truncated: false,
    });
    expect(facts.files.find((file) => file.path === found?.exe)?.package).toBe('coreutils');
    expect(facts.gaps.filter((gap) => gap.reason !== 'permission' && gap.reason !== 'truncated')).toEqual([]);
  });
});

test('without root it reads what it may and says what it may not', async () => {
  const own = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'sh'];
  const pid = start('sleep', ['600']);
  const facts = await scan(localShell(own, 'none'), testJob());
  expect(facts.access).toBe('user');
  expect(facts.processes.find((process) => process.pid === pid)).toMatchObject({
    argv: ['sleep', '600'],
    environment: [],
  });
  expect(facts.gaps).toContainEqual(expect.objectContaining({ subject: `/proc/${pid}/fd`, reason: 'permission' }));
  expect(facts.packages.length).toBeGreaterThan(50);
  expect(facts.users.length).toBeGreaterThan(5);
});

test('a server without timeout and gzip tells the same', async () => {
  const edit = 's/slipway_timeout=yes/slipway_timeout=no/; s/slipway_coding=gzip/slipway_coding=raw/';
  const pid = start('sleep', ['600'], { env: { ODD: 'two\nlines' } });
  const facts = await scan(localShell(['sh', '-c', `sed '${edit}' | sh -c "$1"`]), testJob());
  expect(facts.processes.find((process) => process.pid === pid)).toMatchObject({ argv: ['sleep', '600'] });
  expect(facts.gaps.filter((gap) => gap.reason === 'timeout' || gap.reason === 'unparsable')).toEqual([]);
});

test('400 processes: one exec and under 8 MB', async () => {
  const pids = Array.from({ length: 400 }, (_, index) =>
    start('sleep', [`${700 + index}`], { env: { FILLER: 'x'.repeat(500) } }),
  );
  const host = localShell(['sh']);
  const facts = await scan(host, testJob());
  const seen = new Set(facts.processes.filter((process) => process.openFiles.length > 0).map((process) => process.pid));
  expect(pids.every((pid) => seen.has(pid))).toBe(true);
  expect(host.execs).toBe(1);
  expect(host.received()).toBeLessThan(8_000_000);
});

test('no private key and no password hash leaves the server', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'server.key'), `-----BEGIN ${'RSA'} PRIVATE KEY-----\nx\n`);
  writeFileSync(join(cwd, 'shadow.bak'), 'root:$6$salt$hash:19000:0:99999:7:::\n');
  start('sh', ['-c', 'sleep 602; :', 'x', 'server.key', 'shadow.bak', '/etc/shadow'], { cwd });
  const { configFiles, files } = await scan(localShell(['sh']), testJob());
  expect(configFiles.map((file) => file.path)).not.toEqual(expect.arrayContaining([join(cwd, 'server.key')]));
  expect(configFiles.filter((file) => /PRIVATE KEY|\$6\$/.test(file.content))).toEqual([]);
  expect(files.map((file) => file.path)).toContain(join(cwd, 'server.key'));
});

test('a process that prints and is named like the protocol stays what it is', async () => {
  const names = ['S=mark', '0123456789abcdef0123456789abcdef end processes', 'processes\n:end'];
  const pid = start('sh', ['-c', 'sleep 603; :', ...names], { env: { S: 'forged', 'a:end': 'x' } });
  const facts = await scan(localShell(['sh']), testJob());
  expect(facts.processes.find((process) => process.pid === pid)?.argv.slice(-3)).toEqual(names);
});

test('tells how far it is', async () => {
  const events: JobEvent[] = [];
  await scan(localShell(['sh']), testJob({ emit: (event) => events.push(event) }));
  expect(events[0]).toMatchObject({ type: 'progress', step: 'scan', done: 0, unit: 'probes' });
  expect(events.at(-1)).toMatchObject({ done: 11, total: 11 });
});

test('a cancelled scan stops', async () => {
  const controller = new AbortController();
  const events = testJob({
    signal: controller.signal,
    emit: (event) => event.type === 'progress' && event.done === 1 && controller.abort(),
  });
  await expect(scan(localShell(['sh']), events)).rejects.toThrow();
});

test('a server without a shell is a clear error', async () => {
  await expect(scan(localShell(['echo']), testJob())).rejects.toMatchObject({ code: 'server.no-shell' });
});

test('what the tests need is there', () => {
  for (const tool of ['busybox', 'setpriv', 'dash']) {
    expect(spawnSync('sh', ['-c', `command -v ${tool}`]).status, `${tool} is missing`).toBe(0);
  }
});
