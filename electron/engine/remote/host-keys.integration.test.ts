import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
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

describe('host keys', () => {
  const answers = () => ({ password: alice.password });

  test('an unknown one is asked for with its fingerprint, and recorded', async () => {
    const home = lab.home();
    rmSync(join(home, '.ssh'), { recursive: true });
    const job = createJob({ ...answers(), 'host-key': 'yes' });
    await tryConnect({ home, job });
    expect(job.asked[0]).toEqual({
      kind: 'host-key',
      host: `[127.0.0.1]:${server.port}`,
      algorithm: 'ssh-ed25519',
      fingerprint: server.fingerprint('ed25519'),
    });
    const file = join(home, '.ssh/known_hosts');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, '.ssh')).mode & 0o777).toBe(0o700);
    expect(execFileSync('ssh-keygen', ['-F', `[127.0.0.1]:${server.port}`, '-f', file]).toString()).toContain(
      'ed25519',
    );
    const again = createJob(answers());
    await tryConnect({ home, job: again });
    expect(again.asked.map(({ kind }) => kind)).toEqual(['password']);
  });

  test('an unknown one that is not accepted stops, and is not recorded', async () => {
    const home = lab.home({ knownHosts: '' });
    const error = await failureOf(tryConnect({ home, answers: { ...answers(), 'host-key': 'no' } }));
    expect(error).toMatchObject({ code: 'server.host-key-unknown', hint: expect.stringContaining('--accept-new') });
    expect(readFileSync(join(home, '.ssh/known_hosts'), 'utf8')).toBe('');
  });

  test('an unknown one with acceptNewHostKey, after a last line without its end', async () => {
    const home = lab.home({ knownHosts: 'other.example ssh-ed25519 AAAA' });
    const job = createJob(answers());
    await tryConnect({ home, job, acceptNewHostKey: true });
    expect(job.asked.map(({ kind }) => kind)).toEqual(['password']);
    const lines = readFileSync(join(home, '.ssh/known_hosts'), 'utf8').split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('other.example ssh-ed25519 AAAA');
  });

  test('a hashed entry is found', async () => {
    const home = lab.home({ knownHosts: server.knownHost() });
    execFileSync('ssh-keygen', ['-q', '-H', '-f', join(home, '.ssh/known_hosts')], { stdio: 'ignore' });
    expect(readFileSync(join(home, '.ssh/known_hosts'), 'utf8')).toMatch(/^\|1\|/);
    expect(await whoami(await tryConnect({ home, answers: answers() }))).toBe(alice.name);
  });

  test.each(['ed25519', 'rsa', 'ecdsa'] as const)('a server known by its %s key alone shows that one', async (type) => {
    const home = lab.home({ knownHosts: server.knownHost(type) });
    expect(await whoami(await tryConnect({ home, answers: answers() }))).toBe(alice.name);
  });

  test('a changed one always stops, and says where to look', async () => {
    const other = (await lab.sshd()).knownHost().split(' ').slice(1).join(' ');
    const home = lab.home({ knownHosts: `# mine\n[127.0.0.1]:${server.port} ${other}` });
    const attempt = { home, acceptNewHostKey: true, answers: { ...answers(), 'host-key': 'yes' } };
    const error = await failureOf(tryConnect(attempt));
    expect(error.code).toBe('server.host-key-changed');
    expect(error.hint).toContain(`${join(home, '.ssh/known_hosts')}:2`);
    expect(error.message).toContain(server.fingerprint('ed25519'));
  });

  test('a revoked one stops', async () => {
    const home = lab.home({ knownHosts: `${server.knownHost()}@revoked ${server.knownHost()}` });
    const error = await failureOf(tryConnect({ home, answers: answers() }));
    expect(error).toMatchObject({ code: 'server.host-key-changed', message: expect.stringContaining('revoked') });
  });

  test('a certificate authority is said to be unsupported', async () => {
    const home = lab.home({ knownHosts: `@cert-authority ${server.knownHost()}` });
    expect((await failureOf(tryConnect({ home, answers: answers() }))).code).toBe('server.unsupported');
  });
});
