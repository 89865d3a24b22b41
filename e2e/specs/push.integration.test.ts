import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GitHttp, startGitHttp } from '../../electron/engine/bundle/testing/git-http.ts';
import { type ScratchBundle, scratchBundle } from '../../electron/engine/bundle/testing/scratch-bundle.ts';
import { type SilentServer, startSilentServer } from '../app/silent-server.ts';
import { type CliRun, errorOf, type Hand, slipway } from './cli.ts';

const password = 'hush-hush-57';
/** As nobody has configured it, and without a terminal. */
const ssh = 'ssh -F none -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null';
let bundle: ScratchBundle;
beforeEach(async () => {
  bundle = await scratchBundle();
});
afterEach(() => bundle.remove());

interface Pushing {
  hand(): Hand | undefined;
  ended: Promise<CliRun>;
}

function startPush(url: string): Pushing {
  let hand: Hand | undefined;
  const ended = slipway(['export', bundle.directory, '--git', url, '--git-password-stdin'], {
    stdin: `${password}\n`,
    env: { HOME: bundle.home, GIT_SSH_COMMAND: ssh },
    onStart: (given) => {
      hand = given;
    },
  });
  return { hand: () => hand, ended };
}

/** The processes that have an address among their arguments, or in a child's. */
function running(address: string): string[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(address) && !/^ *\d+ Z/.test(line));
}

const nothingRuns = (address: string) =>
  vi.waitUntil(() => running(address).length === 0, { timeout: 30_000, interval: 100 });

describe('a push to a repository that takes its time', () => {
  let http: GitHttp;
  let url: string;
  const at = (name: string) => join(bundle.home, name);
  beforeEach(async () => {
    bundle.git(['init', '--quiet', '--bare', '--initial-branch=main', 'remote.git'], '.');
    bundle.git(['config', 'http.receivepack', 'true'], 'remote.git');
    writeFileSync(at('held'), '');
    const hook = `#!/bin/sh\ntouch "${at('begun')}"\nwhile [ -e "${at('held')}" ]; do sleep 0.2; done\n`;
    writeFileSync(at('remote.git/hooks/pre-receive'), hook);
    chmodSync(at('remote.git/hooks/pre-receive'), 0o755);
    http = await startGitHttp(bundle.home, { user: 'deploy', password });
    url = `${http.origin.replace('//', '//deploy@')}/remote.git`;
  });
  afterEach(async () => {
    rmSync(at('held'), { force: true });
    await http.close();
  });

  it('is killed: nothing runs on, nothing is locked, no password lies about, and the next one ends well', async () => {
    const { hand, ended } = startPush(url);
    await vi.waitUntil(() => existsSync(at('begun')), { timeout: 60_000, interval: 50 });
    expect(running(url)).toContainEqual(expect.stringContaining('git-remote-http'));
    hand()?.kill('SIGKILL');
    await ended;
    await nothingRuns(url);
    // Nor at the other end, where the next push would come upon it.
    await vi.waitUntil(() => http.serving() === 0, { timeout: 30_000 });
    expect(filesBelow(bundle.directory).filter((file) => file.endsWith('.lock'))).toEqual([]);
    expect(filesBelow(bundle.home).filter((file) => readFileSync(file, 'latin1').includes(password))).toEqual([]);
    rmSync(at('held'));
    const again = await startPush(url).ended;
    expect(again.exitCode).toBe(0);
    expect(bundle.git(['rev-parse', 'main'], 'remote.git')).toBe(bundle.git(['rev-parse', 'HEAD']));
    expect(bundle.git(['status', '--porcelain'])).toBe('');
    bundle.git(['fsck', '--strict']);
  });
});

describe('a push to a server that says nothing', () => {
  let server: SilentServer;
  beforeEach(async () => {
    server = await startSilentServer();
  });
  afterEach(() => server.close());

  const urlOf = (scheme: string) => `${scheme}://deploy@127.0.0.1:${server.port}/x.git`;
  /** Arguments of git, of its helpers and of ssh, which is given host and port apart. */
  const addresses = () => [`127.0.0.1:${server.port}`, `-p ${server.port}`];

  it.each(['http', 'ssh'])('is cancelled, and nothing goes on waiting: %s', async (scheme) => {
    const { hand, ended } = startPush(urlOf(scheme));
    await server.visited;
    hand()?.kill('SIGINT');
    const run = await ended;
    expect({ code: errorOf(run).code, exitCode: run.exitCode }).toEqual({ code: 'cancelled', exitCode: 130 });
    for (const address of addresses()) await nothingRuns(address);
    expect(filesBelow(bundle.directory).filter((file) => file.endsWith('.lock'))).toEqual([]);
  });

  it.each(['http', 'ssh'])('is killed, and nothing goes on waiting: %s', async (scheme) => {
    const { hand, ended } = startPush(urlOf(scheme));
    await server.visited;
    hand()?.kill('SIGKILL');
    await ended;
    for (const address of addresses()) await nothingRuns(address);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
