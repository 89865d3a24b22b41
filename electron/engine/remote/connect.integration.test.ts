import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Account } from './testing/accounts.ts';
import { createAttempts, whoami } from './testing/attempt.ts';
import { failureOf } from './testing/failure.ts';
import { createJob, createLab } from './testing/lab.ts';
import type { TestSshd } from './testing/sshd.ts';

// A real OpenSSH sshd on the loopback and accounts of its own. Needs root, openssh-server and sudo.
const lab = createLab();
let server: TestSshd;
let alice: Account;
const attempts = createAttempts(lab, () => ({ to: server, as: alice }));
const tryConnect = attempts.connect;

beforeAll(async () => {
  server = await lab.sshd();
  alice = lab.account();
});
afterEach(attempts.closeAll);
afterAll(lab.close);

describe('authentication', () => {
  test.each([
    { type: 'ed25519' },
    { type: 'rsa' },
    { type: 'ecdsa' },
    { type: 'rsa', arguments: ['-m', 'PEM'] },
    { type: 'rsa', arguments: ['-m', 'PKCS8'] },
    { type: 'ecdsa', arguments: ['-m', 'PKCS8'] },
  ])('with a key: $type $arguments', async (options) => {
    const key = lab.key(options);
    lab.authorize(alice, key);
    const job = createJob();
    const host = await tryConnect({ identityFiles: [key], job });
    expect(await whoami(host)).toBe(alice.name);
    expect(host.label).toBe(`${alice.name}@127.0.0.1:${server.port}`);
    expect(host.privilege).toBe('none');
    expect(job.asked).toEqual([]);
  });

  test.each([
    { arguments: [] },
    { type: 'rsa', arguments: ['-m', 'PEM'] },
    { type: 'rsa', arguments: ['-m', 'PKCS8'] },
  ])('with a key that a passphrase locks: $type $arguments', async (options) => {
    const key = lab.key({ ...options, passphrase: 'open sesame' });
    lab.authorize(alice, key);
    const job = createJob({ passphrase: 'open sesame' });
    expect(await whoami(await tryConnect({ identityFiles: [key], job }))).toBe(alice.name);
    expect(job.asked).toEqual([{ kind: 'passphrase', file: key }]);
  });

  test('asks for no passphrase of a key that the server refuses', async () => {
    const job = createJob({ passphrase: 'open sesame', password: alice.password });
    await tryConnect({ identityFiles: [lab.key({ passphrase: 'open sesame' })], job });
    expect(job.asked.map(({ kind }) => kind)).toEqual(['password']);
  });

  test('finds the default keys in ~/.ssh', async () => {
    const home = lab.home({ knownHosts: server.knownHost() });
    const key = lab.key();
    execFileSync('cp', [key, join(home, '.ssh/id_ed25519')]);
    lab.authorize(alice, key);
    expect(await whoami(await tryConnect({ home }))).toBe(alice.name);
  });

  test('with a key of the agent', async () => {
    const key = lab.key({ type: 'rsa' });
    lab.authorize(alice, key);
    const agentSocket = join(lab.directory, 'agent');
    const agent = execFileSync('ssh-agent', ['-a', agentSocket], { encoding: 'utf8' });
    try {
      execFileSync('ssh-add', ['-q', lab.key(), key], { env: { ...process.env, SSH_AUTH_SOCK: agentSocket } });
      expect(await whoami(await tryConnect({ agentSocket }))).toBe(alice.name);
      // A public key file chooses among the agent's keys.
      const config = `IdentitiesOnly yes\nIdentityFile ${key}.pub`;
      const home = lab.home({ knownHosts: server.knownHost(), config });
      expect(await whoami(await tryConnect({ agentSocket, home }))).toBe(alice.name);
    } finally {
      process.kill(Number(/SSH_AGENT_PID=(\d+)/.exec(agent)?.[1]));
    }
  });

  test('with the password', async () => {
    const job = createJob({ password: alice.password });
    expect(await whoami(await tryConnect({ job }))).toBe(alice.name);
    expect(job.asked).toEqual([{ kind: 'password', user: alice.name, host: `127.0.0.1:${server.port}` }]);
  });

  test('with the password alone, though a key would do', async () => {
    const home = lab.home({ knownHosts: server.knownHost() });
    const key = lab.key();
    execFileSync('cp', [key, join(home, '.ssh/id_ed25519')]);
    lab.authorize(alice, key);
    const job = createJob({ password: alice.password });
    expect(await whoami(await tryConnect({ home, job, signIn: 'password' }))).toBe(alice.name);
    expect(job.asked.map(({ kind }) => kind)).toEqual(['password']);
  });

  test('keyboard-interactive', async () => {
    const to = await lab.sshd({ config: ['PasswordAuthentication no', 'KbdInteractiveAuthentication yes'] });
    expect(await whoami(await tryConnect({ to, answers: { password: alice.password } }))).toBe(alice.name);
  });

  test('with a key and then the password, where the server wants both', async () => {
    const to = await lab.sshd({ config: ['AuthenticationMethods publickey,password'] });
    const key = lab.key();
    lab.authorize(alice, key);
    const host = await tryConnect({ to, identityFiles: [key], answers: { password: alice.password } });
    expect(await whoami(host)).toBe(alice.name);
  });

  test('a wrong key', async () => {
    const key = lab.key();
    const error = await failureOf(tryConnect({ identityFiles: [key] }));
    expect(error.code).toBe('server.auth');
    expect(error.message).toContain(key);
    expect(error.hint).toContain('--identity');
  });

  test('a wrong password is tried once and not told', async () => {
    const job = createJob({ password: 'not-the-password' });
    const error = await failureOf(tryConnect({ job }));
    expect(error.code).toBe('server.auth');
    expect(JSON.stringify([error.toData(), job.said])).not.toContain('not-the-password');
    expect(server.log().split(`Failed password for ${alice.name}`)).toHaveLength(2);
  });

  test('a mistyped password is asked for again, with what was refused before', async () => {
    const key = lab.key();
    const job = createJob({ password: ['mistyped', alice.password] });
    expect(await whoami(await tryConnect({ identityFiles: [key], job }))).toBe(alice.name);
    expect(job.asked).toMatchObject([{ refusedKeys: [key] }, { refusedKeys: [key], refused: true }]);
  });

  test('too many keys', async () => {
    const to = await lab.sshd({ config: ['MaxAuthTries 2'] });
    const error = await failureOf(tryConnect({ to, identityFiles: [lab.key(), lab.key(), lab.key()] }));
    expect(error).toMatchObject({ code: 'server.auth', message: expect.stringContaining('no further try') });
  });

  test('a password that has to be changed first', async () => {
    const bob = lab.account();
    execFileSync('chage', ['-d', '0', bob.name]);
    const error = await failureOf(tryConnect({ as: bob, answers: { password: bob.password } }));
    expect(error).toMatchObject({ code: 'server.auth', message: expect.stringContaining('has expired') });
    expect(error.hint).toContain(`ssh ssh://${bob.name}@127.0.0.1:${server.port}`);
  });

  test('an account that has expired', async () => {
    const bob = lab.account();
    execFileSync('chage', ['-E', '0', bob.name]);
    const error = await failureOf(tryConnect({ as: bob, answers: { password: bob.password } }));
    expect(error).toMatchObject({ code: 'server.auth', message: expect.stringContaining('right after the login') });
  });

  test('nobody answers for the password', async () => {
    const error = await failureOf(tryConnect());
    expect(error).toMatchObject({ code: 'server.auth', message: expect.stringContaining('none was given') });
  });

  test('a key file that is missing, no key, or stays locked', async () => {
    const missing = await failureOf(tryConnect({ identityFiles: ['/nowhere/key'] }));
    expect(missing).toMatchObject({ code: 'server.key-unusable', message: expect.stringContaining('no such file') });
    const text = join(lab.directory, 'text');
    writeFileSync(text, 'no key at all');
    expect(await failureOf(tryConnect({ identityFiles: [text] }))).toMatchObject({ code: 'server.key-unusable' });
    expect(await failureOf(tryConnect({ identityFiles: [lab.directory] }))).toMatchObject({
      message: expect.stringContaining('it is a folder'),
    });
    const publicKey = await failureOf(tryConnect({ identityFiles: [`${lab.key()}.pub`] }));
    expect(publicKey).toMatchObject({ code: 'server.key-unusable', hint: expect.stringContaining('without “.pub”') });
    const key = lab.key({ passphrase: 'open sesame' });
    lab.authorize(alice, key);
    const wrong = await failureOf(tryConnect({ identityFiles: [key], answers: { passphrase: 'open barley' } }));
    expect(wrong).toMatchObject({ code: 'server.key-unusable', hint: expect.stringContaining('ssh-add') });
    expect(JSON.stringify(wrong.toData())).not.toContain('barley');
    expect((await failureOf(tryConnect({ identityFiles: [key] }))).code).toBe('server.key-unusable');
    const job = createJob({ passphrase: ['open barley', 'open sesame'] });
    await tryConnect({ identityFiles: [key], job });
    expect(job.asked).toEqual([
      { kind: 'passphrase', file: key },
      { kind: 'passphrase', file: key, refused: true },
    ]);
  });
});
