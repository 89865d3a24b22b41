import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ServerInput } from '../../../shared/contract/inputs.ts';
import type { ServerGreeting } from '../../../shared/model/machine.ts';
import type { Account } from '../remote/testing/accounts.ts';
import { failureOf } from '../remote/testing/failure.ts';
import { createJob, createLab, type TestJob } from '../remote/testing/lab.ts';
import type { TestSshd } from '../remote/testing/sshd.ts';
import { testServer } from './test-server.ts';

// A real OpenSSH sshd on the loopback and accounts of its own. Needs root, openssh-server and sudo.
const lab = createLab();
let server: TestSshd;
let key: string;

beforeAll(async () => {
  server = await lab.sshd();
  key = lab.key();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await lab.close();
});

function account(sudoers?: string[]): Account {
  const made = lab.account(sudoers === undefined ? {} : { sudoers });
  lab.authorize(made, key);
  return made;
}

/** Connects from a home of its own, so that this account's own SSH files play no part. */
function greet(as: Account, more: Partial<ServerInput> = {}, job: TestJob = createJob()): Promise<ServerGreeting> {
  vi.stubEnv('HOME', lab.home({ knownHosts: more.acceptNewHostKey ? '' : server.knownHost() }));
  vi.stubEnv('SSH_AUTH_SOCK', '');
  const target = `ssh://${as.name}@127.0.0.1:${server.port}`;
  const login = { identityFiles: [key], jump: [], sudo: false, acceptNewHostKey: false };
  return testServer({ server: { target, ...login, ...more } }, job);
}

describe('testServer', () => {
  test('tells the machine, the account and the host key, and hangs up', async () => {
    const as = account();
    const greeting = await greet(as);
    expect(greeting).toMatchObject({
      hostname: expect.stringMatching(/./),
      os: expect.stringMatching(/./),
      kernel: expect.stringMatching(/^Linux \d/),
      architecture: expect.stringMatching(/x86_64|aarch64/),
      user: as.name,
      hostKey: { algorithm: 'ssh-ed25519', fingerprint: server.fingerprint() },
    });
    await vi.waitUntil(() => server.log().includes(`Disconnected from user ${as.name}`), { timeout: 20_000 });
  });

  test.each([
    [undefined, 'password'],
    [['USER ALL=(ALL) ALL'], 'password'],
    [['USER ALL=(ALL) NOPASSWD: ALL'], 'free'],
    [['Defaults:USER requiretty', 'USER ALL=(ALL) NOPASSWD: ALL'], 'terminal'],
  ])('sudo by %j is %s, and nothing is asked', async (sudoers, sudo) => {
    const job = createJob();
    expect((await greet(account(sudoers), {}, job)).sudo).toBe(sudo);
    expect(job.asked).toEqual([]);
  });

  test('logs in with sudo where it is wanted', async () => {
    const as = account(['USER ALL=(ALL) ALL']);
    const job = createJob({ 'sudo-password': as.password });
    expect((await greet(as, { sudo: true }, job)).sudo).toBe('password');
    expect(job.asked).toEqual([expect.objectContaining({ kind: 'sudo-password', user: as.name })]);
    const error = await failureOf(greet(as, { sudo: true }, createJob({ 'sudo-password': 'wrong' })));
    expect(error.code).toBe('server.sudo');
  });

  test('asks about an unknown host key, and fails as a scan would', async () => {
    const as = account();
    vi.stubEnv('HOME', lab.home());
    const job = createJob({ 'host-key': 'no' });
    const target = `ssh://${as.name}@127.0.0.1:${server.port}`;
    const login = { identityFiles: [key], jump: [], sudo: false, acceptNewHostKey: false };
    const error = await failureOf(testServer({ server: { target, ...login } }, job));
    expect(error.code).toBe('server.host-key-unknown');
    expect(job.asked).toMatchObject([{ kind: 'host-key', fingerprint: server.fingerprint() }]);
  });
});
