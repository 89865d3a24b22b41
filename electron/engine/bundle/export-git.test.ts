import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plan } from '../generate/__fixtures__/plans.ts';
import { generateBundle } from '../generate/bundle-files.ts';
import type { JobContext } from '../job-context.ts';
import { pushBundle } from './export-git.ts';
import { initRepository } from './git.ts';
import { writeFiles } from './write-files.ts';

let home: string;
let directory: string;
let remote: string;
const said: string[] = [];
const job: JobContext = {
  signal: new AbortController().signal,
  emit: (event) => said.push(JSON.stringify(event)),
  ask: async () => undefined,
};

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'export-'));
  directory = join(home, 'bundle');
  remote = join(home, 'remote.git');
  execFileSync('git', ['init', '--quiet', '--bare', remote]);
  execFileSync('mkdir', [directory]);
  await writeFiles(directory, generateBundle({ plan: plan(), evidence: new Map(), images: new Map(), packages: [] }));
  await initRepository(directory, 'First');
});
afterEach(() => rm(home, { recursive: true }));

function log(branch: string): string[] {
  return execFileSync('git', ['log', '--format=%s', branch], { cwd: remote, encoding: 'utf8' }).trim().split('\n');
}

describe('pushBundle', () => {
  it('pushes what is committed', async () => {
    await pushBundle({ directory, url: remote, branch: 'main' }, job);
    expect(log('main')).toEqual(['First']);
  });

  it('commits what was edited, without secrets, and pushes it to the branch', async () => {
    await writeFile(join(directory, 'README.md'), 'edited');
    await writeFile(join(directory, 'secrets', 'portal.env'), 'A=b');
    await pushBundle({ directory, url: `file://${remote}`, branch: 'team/portal' }, job);
    expect(log('team/portal')).toEqual(['Changes to the bundle', 'First']);
    const files = execFileSync('git', ['ls-tree', '-r', '--name-only', 'team/portal'], {
      cwd: remote,
      encoding: 'utf8',
    });
    expect(files).not.toContain('portal.env');
  });

  it('shows no password, neither in an error nor in what it tells', async () => {
    const url = 'https://user:pass-word@localhost:1/x.git';
    await expect(pushBundle({ directory, url, branch: 'main' }, job)).rejects.toSatisfy((error: Error) => {
      expect(error).toMatchObject({ code: 'git.failed', message: expect.stringMatching(/localhost/) });
      expect(error.message).not.toContain('pass-word');
      return true;
    });
    expect(said.join('')).not.toContain('pass-word');
  });

  it.each(['--upload-pack=id', 'ext::sh -c id', '', 'a\nb', '-oProxyCommand=id:x'])(
    'refuses the address %j',
    async (url) => {
      await expect(pushBundle({ directory, url, branch: 'main' }, job)).rejects.toMatchObject({ code: 'usage' });
    },
  );

  it.each(['--force', 'a..b', 'a b', 'x.lock', ''])('refuses the branch %j', async (branch) => {
    await expect(pushBundle({ directory, url: remote, branch }, job)).rejects.toMatchObject({ code: 'usage' });
  });
});
