import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { git, runGit } from './run-git.ts';
import { type ScratchBundle, scratchBundle } from './testing/scratch-bundle.ts';

let bundle: ScratchBundle;
beforeEach(async () => {
  bundle = await scratchBundle();
  bundle.git(['init', '--quiet']);
  bundle.git(['-c', 'user.name=a', '-c', 'user.email=a@a', 'commit', '--quiet', '--allow-empty', '-m', 'First']);
});
afterEach(() => {
  vi.unstubAllEnvs();
  bundle.remove();
});

/** The processes whose arguments contain a text: number, state and arguments. */
function running(text: string): string[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(text) && !/^ *\d+ Z/.test(line));
}

describe('git against a server that says nothing', { timeout: 60_000 }, () => {
  let server: Server;
  let address: string;
  beforeEach(async () => {
    server = createServer((socket) => socket.on('error', () => undefined).resume()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // a server that listens on a port has one
    address = `127.0.0.1:${port}`;
    // For whom ssh is not installed: what counts is that it waits.
    writeFileSync(join(bundle.home, 'ssh'), 'exec sleep 600\n');
    vi.stubEnv('GIT_SSH_COMMAND', `sh ${join(bundle.home, 'ssh')} ${address}`);
    vi.stubEnv('GIT_SSH_VARIANT', 'simple');
  });
  afterEach(() => server.close());

  it.each(['http://', 'a@ssh:'])('is ended with all that it has started: %s', async (scheme) => {
    const url = scheme === 'http://' ? `http://${address}/x.git` : `a@ssh:${address}.git`;
    const cancel = new AbortController();
    const ended = runGit(bundle.directory, ['push', '--', url, 'HEAD:refs/heads/main'], { signal: cancel.signal });
    const rejected = expect(ended).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitUntil(() => running(address).some((line) => /git-remote-http|sh\b.*\/ssh /.test(line)), 30_000);
    cancel.abort();
    await rejected;
    await vi.waitUntil(() => running(address).length === 0, 30_000);
  });
});

it('takes the folder along through which its ssh asked us, when it is ended', { timeout: 60_000 }, async () => {
  bundle.put('pipes/askpass', '');
  const pipes = join(bundle.directory, 'pipes');
  const mark = `601.${process.pid}`;
  const cancel = new AbortController();
  const waiting = ['-c', `alias.waiting=!sleep ${mark}`, 'waiting'];
  const ended = runGit(bundle.directory, waiting, { signal: cancel.signal, environment: { SLIPWAY_ASKPASS: pipes } });
  const rejected = expect(ended).rejects.toMatchObject({ name: 'AbortError' });
  await vi.waitUntil(() => running(mark).length > 0, 30_000);
  cancel.abort();
  await rejected;
  await vi.waitUntil(() => !existsSync(pipes), 30_000);
});

describe('git that has ended by itself', () => {
  it('keeps what it has left running: a person’s credential cache goes on', async () => {
    const mark = `600.${process.pid}`;
    const leaving = ['-c', `alias.leaving=!sleep ${mark} >/dev/null 2>&1 </dev/null &`, 'leaving'];
    try {
      expect((await runGit(bundle.directory, leaving)).code).toBe(0);
      await vi.waitUntil(() => !running(mark).some((line) => line.includes('slipway')), 30_000);
      expect(running(mark)).toEqual([expect.stringContaining(`sleep ${mark}`)]);
    } finally {
      for (const line of running(mark)) process.kill(Number.parseInt(line, 10));
    }
  });
});

describe('git', () => {
  it('says which lock stands in its way', async () => {
    bundle.put('.git/index.lock', '');
    await expect(git(bundle.directory, ['add', 'slipway.yaml'])).rejects.toMatchObject({
      code: 'git.failed',
      hint: expect.stringContaining(join(bundle.directory, '.git/index.lock')),
    });
  });

  it('says that it is not installed, or that the folder is gone', async () => {
    await expect(runGit(join(bundle.home, 'gone'), ['status'])).rejects.toMatchObject({ code: 'git.failed' });
    vi.stubEnv('PATH', bundle.home);
    await expect(runGit(bundle.directory, ['status'])).rejects.toMatchObject({
      code: 'git.failed',
      message: expect.stringContaining('not installed'),
    });
  });
});
