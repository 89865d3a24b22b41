import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';
import type { Account, AccountOptions } from './testing/accounts.ts';
import { createAttempts } from './testing/attempt.ts';
import { failureOf } from './testing/failure.ts';
import { createJob, createLab, type TestJob } from './testing/lab.ts';
import { firstLine, isRunning, until } from './testing/processes.ts';
import type { TestSshd } from './testing/sshd.ts';

const lab = createLab();
let server: TestSshd;
let alice: Account;
let key: string;
const attempts = createAttempts(lab, () => ({ to: server, as: alice }));

beforeAll(async () => {
  server = await lab.sshd();
  alice = account(['USER ALL=(ALL) ALL']);
});
afterEach(attempts.closeAll);
afterAll(lab.close);

function account(sudoers: string[], options: AccountOptions = {}): Account {
  key ??= lab.key();
  const made = lab.account({ sudoers, ...options });
  lab.authorize(made, key);
  return made;
}

const connect = (as: Account, job: TestJob) => attempts.connect({ as, job, sudo: true, identityFiles: [key] });

/** Every argument vector of this machine, as any account may read them. */
function argumentVectors(): string {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    })
    .join('\n');
}

describe('sudo with a password', () => {
  test('is asked for once, and the command keeps its own standard input', async () => {
    const job = createJob({ 'sudo-password': alice.password });
    const host = await connect(alice, job);
    expect(host.privilege).toBe('sudo');
    for (const input of ['first\n', 'second\n']) {
      const { code, stdout } = await run(host, 'id -u; cat', { privileged: true, input });
      expect([code, stdout.toString()]).toEqual([0, `0\n${input}`]);
    }
    expect(job.asked).toEqual([{ kind: 'sudo-password', user: alice.name, host: host.label }]);
  });

  test('shows in no argument vector, environment, output or log', async () => {
    const job = createJob({ 'sudo-password': alice.password });
    const host = await connect(alice, job);
    const process = await host.exec('env; echo ready; exec cat', { privileged: true });
    let output = '';
    process.stdout.on('data', (chunk) => {
      output += chunk;
    });
    process.stderr.on('data', (chunk) => {
      output += chunk;
    });
    await until(() => output.includes('ready'));
    expect(argumentVectors()).not.toContain(alice.password);
    process.stdin.end();
    await process.exit;
    expect(output).not.toContain(alice.password);
    expect(JSON.stringify([job.said, job.asked])).not.toContain(alice.password);
  });

  test('runs as the plain account where root is not wanted', async () => {
    const host = await connect(alice, createJob({ 'sudo-password': alice.password }));
    expect((await run(host, 'id -un')).stdout.toString()).toBe(`${alice.name}\n`);
  });

  test('leaves binary output and errors as they are', async () => {
    const host = await connect(alice, createJob({ 'sudo-password': alice.password }));
    const input = Buffer.from(Array.from({ length: 256 * 300 }, (_, index) => index % 256));
    const { stdout, stderr } = await run(host, 'cat; echo oops >&2', { privileged: true, input });
    expect(stdout.equals(input)).toBe(true);
    expect(stderr.toString()).toBe('oops\n');
  });

  test('an abort ends the command of root', async () => {
    const host = await connect(alice, createJob({ 'sudo-password': alice.password }));
    const controller = new AbortController();
    const process = await host.exec('echo $$; exec sleep 1000', { privileged: true, signal: controller.signal });
    const pid = Number(await firstLine(process.stdout));
    controller.abort(new Error('enough'));
    await expect(process.exit).rejects.toThrow('enough');
    await host.close();
    await until(() => !isRunning(pid));
  });

  test('a wrong one is an error that does not tell it', async () => {
    const job = createJob({ 'sudo-password': 'not-the-password' });
    const error = await failureOf(connect(alice, job));
    expect(error).toMatchObject({ code: 'server.sudo', message: expect.stringContaining('refused the password') });
    expect(JSON.stringify([error.toData(), job.said])).not.toContain('not-the-password');
  });

  test('a mistyped one is asked for again, and the right one is kept', async () => {
    const job = createJob({ 'sudo-password': ['mistyped', alice.password] });
    const host = await connect(alice, job);
    for (const input of ['first\n', 'second\n']) {
      expect((await run(host, 'id -u; cat', { privileged: true, input })).stdout.toString()).toBe(`0\n${input}`);
    }
    const question = { kind: 'sudo-password', user: alice.name, host: host.label };
    expect(job.asked).toEqual([question, { ...question, refused: true }]);
  });

  test('nobody answers for it', async () => {
    const error = await failureOf(connect(alice, createJob()));
    expect(error).toMatchObject({ code: 'server.sudo', hint: expect.stringContaining('--sudo-password-stdin') });
  });
});

describe('sudo without a password', () => {
  test('asks for none, and the first line of input is the command’s', async () => {
    const job = createJob();
    const host = await connect(account(['USER ALL=(ALL) NOPASSWD: ALL']), job);
    const { stdout } = await run(host, 'id -u; cat', { privileged: true, input: 'first line\n' });
    expect(stdout.toString()).toBe('0\nfirst line\n');
    expect(job.asked).toEqual([]);
  });

  test('is not tried where nobody wants it', async () => {
    const as = account(['USER ALL=(ALL) NOPASSWD: ALL']);
    const host = await attempts.connect({ as, identityFiles: [key] });
    expect(host.privilege).toBe('none');
    expect((await run(host, 'id -un', { privileged: true })).stdout.toString()).toBe(`${as.name}\n`);
  });

  test('that wants a terminal', async () => {
    const as = account(['Defaults:USER requiretty', 'USER ALL=(ALL) NOPASSWD: ALL']);
    const error = await failureOf(connect(as, createJob()));
    expect(error).toMatchObject({ code: 'server.sudo', message: expect.stringContaining('requiretty') });
  });
});

describe('no sudo', () => {
  test('for an account that is not in sudoers', async () => {
    const as = account([]);
    const error = await failureOf(connect(as, createJob({ 'sudo-password': as.password })));
    expect(error).toMatchObject({ code: 'server.sudo', message: expect.stringContaining('may not run') });
  });

  test('for an account that may become another user only', async () => {
    const as = account(['USER ALL=(nobody) NOPASSWD: ALL']);
    const error = await failureOf(connect(as, createJob({ 'sudo-password': as.password })));
    expect(error).toMatchObject({ code: 'server.sudo', message: expect.stringContaining('may not run') });
  });
});
