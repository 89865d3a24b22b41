import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GitHttp, startGitHttp } from '../bundle/testing/git-http.ts';
import { type ScratchBundle, scratchBundle } from '../bundle/testing/scratch-bundle.ts';
import { connect } from '../remote/connect.ts';
import { run } from '../remote/run.ts';
import { parseTarget } from '../remote/target.ts';
import { failureOf } from '../remote/testing/failure.ts';
import { createJob, createLab, type Lab, type TestJob } from '../remote/testing/lab.ts';
import { exportBundle } from './export.ts';

// Git's own servers on the loopback: http-backend behind a password, and a bare repository behind a real sshd.
const password = 'hush-hush-43';
let bundle: ScratchBundle;
let http: GitHttp;
beforeEach(async () => {
  bundle = await scratchBundle();
  bundle.git(['init', '--quiet', '--bare', '--initial-branch=main', 'remote.git'], '.');
  bundle.git(['config', 'http.receivepack', 'true'], 'remote.git');
  http = await startGitHttp(bundle.home, { user: 'deploy', password });
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(bundle.home, 'gitconfig'));
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  vi.stubEnv('GIT_ASKPASS', '');
  vi.stubEnv('SSH_ASKPASS', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await http.close();
  bundle.remove();
});

const url = (user = '') => `${http.origin.replace('//', `//${user}`)}/remote.git`;
const send = (job: TestJob, more: { url?: string; branch?: string } = {}) =>
  exportBundle({ directory: bundle.directory, url: url(), branch: 'main', message: 'First', ...more }, job);
const log = (branch = 'main') => bundle.git(['log', '--format=%s', branch], 'remote.git').trim();

describe('over HTTP', () => {
  it('asks for user and password, pushes, and shows them nowhere', async () => {
    const job = createJob({ 'git-user': 'deploy', 'git-password': password });
    const { commit } = await send(job);
    expect(log()).toBe('First');
    expect(bundle.git(['rev-parse', 'main'], 'remote.git').trim()).toBe(commit);
    expect(job.asked).toEqual([
      { kind: 'git-user', url: url() },
      { kind: 'git-password', url: url(), user: 'deploy' },
    ]);
    expect(job.said.join('')).toContain('not encrypted');
    expect(job.said.join('')).toMatch(/"type":"progress","step":"export","done":\d+,"total":\d+/);
    expect(job.said.join('')).not.toContain(password);
    expect(readFileSync(join(bundle.directory, '.git/config'), 'utf8')).not.toContain(password);
  });

  it('gives the password to git alone: no argument and no environment has it', async () => {
    const seen = join(bundle.home, 'seen');
    const hook = join(bundle.home, 'remote.git/hooks/pre-receive');
    writeFileSync(hook, `#!/bin/sh\ncat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null >"${seen}"\nexit 0\n`);
    chmodSync(hook, 0o755);
    await send(createJob({ 'git-user': 'deploy', 'git-password': password }));
    const text = readFileSync(seen, 'latin1');
    expect(text).toContain('http-backend');
    expect(text).not.toContain(password);
  });

  it('asks no user that stands in the address', async () => {
    const job = createJob({ 'git-password': password });
    await send(job, { url: url('deploy@') });
    expect(job.asked).toMatchObject([{ kind: 'git-password', user: 'deploy' }]);
  });

  it('asks nothing where the user’s own credential helper knows, and tells that helper nothing', async () => {
    const store = join(bundle.home, 'store');
    writeFileSync(store, `http://deploy:${password}@127.0.0.1:${new URL(http.origin).port}\n`);
    writeFileSync(join(bundle.home, 'gitconfig'), `[credential]\n  helper = store --file=${store}\n`);
    const job = createJob();
    await send(job);
    expect(job.asked).toEqual([]);
    writeFileSync(store, '');
    await send(createJob({ 'git-user': 'deploy', 'git-password': password }), { branch: 'other' });
    expect(readFileSync(store, 'utf8')).toBe('');
  });

  it('says that the login is refused, after the same answer only once', async () => {
    const job = createJob({ 'git-user': 'deploy', 'git-password': 'wrong-one' });
    const error = await failureOf(send(job));
    expect(error).toMatchObject({ code: 'git.auth', hint: expect.stringContaining('token') });
    expect(JSON.stringify([error.toData(), job.said])).not.toContain('wrong-one');
    expect(http.refused()).toBeLessThanOrEqual(2);
    expect(() => log()).toThrow();
  });

  it('takes a corrected password', async () => {
    const job = createJob({ 'git-user': 'deploy' });
    const passwords = ['wrong', password];
    const ask: TestJob['ask'] = async (question) =>
      question.kind === 'git-password' ? passwords.shift() : job.ask(question);
    await send({ ...job, ask });
    expect(log()).toBe('First');
  });

  it('fails where nobody answers', async () => {
    const job = createJob();
    const error = await failureOf(send(job));
    expect(error).toMatchObject({ code: 'git.auth', message: expect.stringContaining('refuses the login') });
    expect(error.message).not.toContain('slipway()');
    expect(job.asked).toEqual([{ kind: 'git-user', url: url() }]);
  });

  it('says when the branch has moved on', async () => {
    const answers = { 'git-user': 'deploy', 'git-password': password };
    await send(createJob(answers));
    bundle.git(['clone', '--quiet', 'remote.git', 'colleague'], '.');
    const author = ['-c', 'user.name=c', '-c', 'user.email=c@c'];
    bundle.git([...author, 'commit', '-q', '--allow-empty', '-m', 'Theirs'], 'colleague');
    bundle.git(['push', '--quiet'], 'colleague');
    bundle.put('README.md', 'edited');
    const error = await failureOf(send(createJob(answers)));
    expect(error).toMatchObject({ code: 'git.rejected', hint: expect.stringContaining('git pull --rebase') });
    expect(log()).toBe('Theirs\nFirst');
  });

  it('says that the host is not there, or has no such repository', async () => {
    const answers = { 'git-user': 'deploy', 'git-password': password };
    const gone = await failureOf(send(createJob(answers), { url: `${http.origin}/nowhere.git` }));
    expect(gone).toMatchObject({ code: 'git.failed', hint: expect.stringContaining('empty repository') });
    const closed = await failureOf(send(createJob(), { url: 'http://127.0.0.1:1/x.git' }));
    expect(closed.code).toBe('git.unreachable');
    const unknown = await failureOf(send(createJob(), { url: 'https://git.invalid/x.git' }));
    expect(unknown.code).toBe('git.unreachable');
  });

  it('is cancelled while it asks, and while it pushes', async () => {
    const asking = new AbortController();
    const job = createJob({}, asking.signal);
    const waiting = new Promise<never>((_, reject) => {
      asking.signal.addEventListener('abort', () => reject(asking.signal.reason));
    });
    const ask: TestJob['ask'] = () => {
      asking.abort();
      return waiting;
    };
    await expect(send({ ...job, ask })).rejects.toMatchObject({ name: 'AbortError' });
    const hook = join(bundle.home, 'remote.git/hooks/pre-receive');
    writeFileSync(hook, `#!/bin/sh\ntouch "${bundle.home}/begun"\nexec sleep 20 </dev/null >/dev/null 2>&1\n`);
    chmodSync(hook, 0o755);
    const pushing = new AbortController();
    const sent = send(createJob({ 'git-user': 'deploy', 'git-password': password }, pushing.signal));
    const cancelled = expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitUntil(() => existsSync(join(bundle.home, 'begun')), { timeout: 60_000 });
    pushing.abort();
    await cancelled;
  });
});

describe('over SSH', () => {
  let lab: Lab;
  let key: string;
  let command: string;
  let address: string;
  beforeAll(async () => {
    lab = createLab();
    const server = await lab.sshd();
    const account = lab.account();
    key = lab.key();
    lab.authorize(account, key);
    const repository = join(account.home, 'remote.git');
    const home = lab.home({ knownHosts: server.knownHost() });
    command = `ssh -F none -o BatchMode=yes -o IdentitiesOnly=yes -o UserKnownHostsFile=${home}/.ssh/known_hosts`;
    address = `ssh://${account.name}@127.0.0.1:${server.port}${repository}`;
    const target = parseTarget(`${account.name}@127.0.0.1:${server.port}`, { identityFiles: [key] });
    const host = await connect(target, createJob(), { home, agentSocket: '' });
    await run(host, 'git init --quiet --bare ~/remote.git');
    await host.close();
  });
  afterAll(() => lab.close());

  it('uses the system’s ssh, as its user set it up', async () => {
    vi.stubEnv('GIT_SSH_COMMAND', `${command} -i ${key}`);
    const job = createJob();
    await send(job, { url: address });
    expect(job.asked).toEqual([]);
    const there = execFileSync('git', ['ls-remote', address, 'refs/heads/main'], { encoding: 'utf8' });
    expect(there).toContain(bundle.git(['rev-parse', 'HEAD']).trim());
  });

  it('says that the key is refused, and asks for no password', async () => {
    vi.stubEnv('GIT_SSH_COMMAND', `${command} -i ${lab.key()}`);
    const job = createJob();
    expect(await failureOf(send(job, { url: address }))).toMatchObject({
      code: 'git.auth',
      hint: expect.stringContaining('ssh-add'),
    });
    expect(job.asked).toEqual([]);
  });

  it('says that the host key is not known', async () => {
    const elsewhere = command.replace(/UserKnownHostsFile=\S+/, 'UserKnownHostsFile=/dev/null');
    vi.stubEnv('GIT_SSH_COMMAND', `${elsewhere} -o StrictHostKeyChecking=yes -i ${key}`);
    const error = await failureOf(send(createJob(), { url: address }));
    expect(error).toMatchObject({ code: 'git.failed', message: expect.stringContaining('host key') });
  });
});
