import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ScratchBundle, scratchBundle } from '../bundle/testing/scratch-bundle.ts';
import type { Account } from '../remote/testing/accounts.ts';
import { failureOf } from '../remote/testing/failure.ts';
import { createJob, createLab, type Lab, type TestJob } from '../remote/testing/lab.ts';
import type { TestSshd } from '../remote/testing/sshd.ts';
import { exportBundle } from './export.ts';

// A bare repository behind a real sshd, and the system's git and ssh with nobody's agent and no terminal.
const passphrase = 'open sesame-71';
let lab: Lab;
let server: TestSshd;
let account: Account;
let key: string;
beforeAll(async () => {
  lab = createLab();
  server = await lab.sshd();
  account = lab.account();
  key = lab.key({ passphrase });
  lab.authorize(account, key);
});
afterAll(() => lab.close());

let bundle: ScratchBundle;
let home: string;
const repository = () => join(account.home, 'remote.git');

/** Runs git as the account, whose repository it is. */
function atServer(...args: string[]): string {
  const { uid, gid } = statSync(account.home);
  const env = { PATH: process.env.PATH, HOME: account.home };
  return execFileSync('git', args, { cwd: account.home, encoding: 'utf8', uid, gid, env }).trim();
}

beforeEach(async () => {
  bundle = await scratchBundle();
  home = lab.home({ knownHosts: server.knownHost() });
  atServer('init', '--quiet', '--bare', '--initial-branch=main', repository());
  for (const name of ['SSH_ASKPASS', 'SSH_ASKPASS_REQUIRE', 'SSH_AUTH_SOCK', 'DISPLAY']) vi.stubEnv(name, '');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  vi.stubEnv('TMPDIR', bundle.home);
});
afterEach(() => {
  const left = pipesLeft();
  vi.unstubAllEnvs();
  rmSync(repository(), { recursive: true });
  bundle.remove();
  expect(left).toEqual([]);
});

const pipesLeft = () => readdirSync(tmpdir()).filter((name) => name.startsWith('slipway-askpass-'));
const knownHosts = () => join(home, '.ssh/known_hosts');

function useSsh(...options: string[]): void {
  const shared = ['IdentityAgent=none', 'IdentitiesOnly=yes', `UserKnownHostsFile=${knownHosts()}`, ...options];
  vi.stubEnv('GIT_SSH_COMMAND', `ssh -F none ${shared.map((option) => `-o ${option}`).join(' ')}`);
}
const withKey = (file = key) => useSsh(`IdentityFile=${file}`, 'PreferredAuthentications=publickey');
const withPassword = () => useSsh('IdentityFile=none', 'PreferredAuthentications=password,keyboard-interactive');

const send = (job: TestJob, { to = server, ...more }: { to?: TestSshd; acceptNewHostKey?: boolean } = {}) => {
  const url = `ssh://${account.name}@127.0.0.1:${to.port}${repository()}`;
  return exportBundle({ directory: bundle.directory, url, branch: 'main', message: 'First', ...more }, job);
};

/** Answers one after the other; undefined once they are used up. */
function replying(...replies: string[]): TestJob {
  const job = createJob();
  return {
    ...job,
    async ask(question) {
      await job.ask(question);
      return replies.shift();
    },
  };
}

const pushed = () => atServer('-C', repository(), 'log', '--format=%s', 'main');
const nothingPushed = () => expect(atServer('-C', repository(), 'for-each-ref')).toBe('');

describe('a key with a passphrase', () => {
  it('is asked for, and pushes', async () => {
    withKey();
    const job = replying(passphrase);
    await send(job);
    expect(pushed()).toBe('First');
    expect(job.asked).toEqual([{ kind: 'passphrase', file: key }]);
  });

  it('is asked for again where the passphrase was wrong', async () => {
    withKey();
    const job = replying('wrong', passphrase);
    await send(job);
    expect(pushed()).toBe('First');
    expect(job.asked).toEqual([
      { kind: 'passphrase', file: key },
      { kind: 'passphrase', file: key, refused: true },
    ]);
  });

  it('says what was typed may be wrong once ssh asks no more', async () => {
    withKey();
    const job = replying('one', 'two', 'three', 'four');
    expect(await failureOf(send(job))).toMatchObject({
      code: 'git.auth',
      hint: expect.stringContaining('what was typed'),
    });
    expect(job.asked).toHaveLength(3);
    nothingPushed();
  });

  it('fails by its name where nobody answers', async () => {
    withKey();
    const error = await failureOf(send(replying()));
    expect(error).toMatchObject({ code: 'git.auth', message: expect.stringContaining(key) });
    expect(error.hint).toContain('ssh-add');
    nothingPushed();
  });

  it('is passed over where nobody answers and another key does', async () => {
    const other = lab.key();
    lab.authorize(account, other);
    useSsh(`IdentityFile=${key}`, `IdentityFile=${other}`);
    await send(replying());
    expect(pushed()).toBe('First');
  });

  it('is asked for by the user’s own program where there is one', async () => {
    withKey();
    const own = join(bundle.home, 'own-askpass');
    writeFileSync(own, `#!/bin/sh\necho '${passphrase}'\n`);
    chmodSync(own, 0o755);
    vi.stubEnv('SSH_ASKPASS', own);
    vi.stubEnv('SSH_ASKPASS_REQUIRE', 'force');
    const job = replying();
    await send(job);
    expect(pushed()).toBe('First');
    expect(job.asked).toEqual([]);
  });
});

describe('a password', () => {
  it('is asked for by account and host', async () => {
    withPassword();
    const job = replying('wrong', account.password);
    await send(job);
    expect(pushed()).toBe('First');
    const question = { kind: 'password', user: account.name, host: `127.0.0.1:${server.port}` };
    expect(job.asked).toEqual([question, { ...question, refused: true }]);
  });

  it('that nobody gives is not tried as an empty one', async () => {
    withPassword();
    const before = server.log();
    expect(await failureOf(send(replying()))).toMatchObject({
      code: 'git.auth',
      message: expect.stringContaining(`${account.name}@127.0.0.1`),
    });
    expect(server.log().slice(before.length)).not.toContain('Failed password');
  });

  it('that the server prompts for is asked for by the server’s words', async () => {
    withPassword();
    const to = await lab.sshd({ config: ['PasswordAuthentication no', 'KbdInteractiveAuthentication yes'] });
    writeFileSync(knownHosts(), to.knownHost());
    const job = replying(account.password);
    await send(job, { to });
    expect(pushed()).toBe('First');
    expect(job.asked).toEqual([{ kind: 'prompt', host: '127.0.0.1', text: 'Password:', echo: false }]);
  });
});

describe('a host key', () => {
  const question = () => ({
    ...{ kind: 'host-key', host: `[127.0.0.1]:${server.port}`, algorithm: 'ssh-ed25519', git: true },
    fingerprint: server.fingerprint(),
  });

  it('that is not known is shown, and recorded once it is accepted', async () => {
    withKey();
    writeFileSync(knownHosts(), '');
    const job = replying('yes', passphrase);
    await send(job);
    expect(pushed()).toBe('First');
    expect(job.asked[0]).toEqual(question());
    expect(readFileSync(knownHosts(), 'utf8')).toContain(`[127.0.0.1]:${server.port}`);
    await send(replying(passphrase));
  });

  it.each(['no', undefined])('that is not known ends the push where it is not accepted: %j', async (reply) => {
    withKey();
    writeFileSync(knownHosts(), '');
    const job = reply === undefined ? replying() : replying(reply, passphrase);
    const error = await failureOf(send(job));
    expect(error).toMatchObject({ code: 'git.failed', message: expect.stringContaining(server.fingerprint()) });
    expect(job.asked).toHaveLength(1);
    expect(readFileSync(knownHosts(), 'utf8')).toBe('');
    nothingPushed();
  });

  it('is accepted unasked where that was said before', async () => {
    withKey();
    writeFileSync(knownHosts(), '');
    const job = replying(passphrase);
    await send(job, { acceptNewHostKey: true });
    expect(job.asked).toMatchObject([{ kind: 'passphrase' }]);
    expect(job.said.join('')).toContain(server.fingerprint());
  });

  it('that has changed is never asked about', async () => {
    withKey();
    const other = await lab.sshd();
    const changed = other.knownHost().replace(String(other.port), String(server.port));
    writeFileSync(knownHosts(), changed);
    const job = replying('yes', passphrase);
    expect(await failureOf(send(job, { acceptNewHostKey: true }))).toMatchObject({
      code: 'git.failed',
      message: expect.stringContaining('another host key'),
    });
    expect(job.asked).toEqual([]);
    expect(readFileSync(knownHosts(), 'utf8')).toBe(changed);
    nothingPushed();
  });
});

/** The processes that have a text among their arguments. */
function running(text: string): string[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(text) && !/^ *\d+ Z/.test(line));
}

it('is cancelled while it asks: nothing goes on, nothing is left', async () => {
  withKey();
  const cancel = new AbortController();
  const job = createJob({}, cancel.signal);
  const ask: TestJob['ask'] = () => {
    expect(running(home)).not.toEqual([]);
    expect(running(pipesLeft()[0] ?? 'no pipes')).not.toEqual([]);
    setTimeout(() => cancel.abort());
    return new Promise((_, reject) => {
      cancel.signal.addEventListener('abort', () => reject(cancel.signal.reason));
    });
  };
  await expect(send({ ...job, ask })).rejects.toMatchObject({ name: 'AbortError' });
  expect(pipesLeft()).toEqual([]);
  await vi.waitUntil(() => running(home).length === 0, 30_000);
  nothingPushed();
});

it('gives a passphrase to ssh alone: no argument, environment, file or event has it', async () => {
  withKey();
  const begun = join(account.home, 'begun');
  const held = join(account.home, 'held');
  writeFileSync(held, '');
  const hook = join(repository(), 'hooks/pre-receive');
  writeFileSync(hook, `#!/bin/sh\ntouch ${begun}\nwhile [ -e ${held} ]; do sleep 0.1; done\n`);
  chmodSync(hook, 0o755);
  const job = replying('wrong-one-72', passphrase);
  const sent = send(job);
  await vi.waitUntil(() => existsSync(begun), { timeout: 60_000, interval: 50 });
  const around = execFileSync('sh', ['-c', 'cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null; true'], {
    maxBuffer: 1 << 28,
  }).toString('latin1');
  const [pipes = ''] = pipesLeft();
  const files = readdirSync(join(tmpdir(), pipes), { withFileTypes: true }).filter((entry) => entry.isFile());
  const written = files.map(({ name }) => readFileSync(join(tmpdir(), pipes, name), 'utf8')).join('');
  rmSync(held);
  await sent;
  expect(around).toContain('git-receive-pack');
  expect(written).toContain('Enter passphrase');
  for (const secret of [passphrase, 'wrong-one-72']) {
    expect(around).not.toContain(secret);
    expect(written).not.toContain(secret);
    expect(job.said.join('')).not.toContain(secret);
  }
});
