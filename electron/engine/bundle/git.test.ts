import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plan } from '../generate/__fixtures__/plans.ts';
import { generateBundle } from '../generate/bundle-files.ts';
import { committedFiles } from './committed-files.ts';
import { headCommit } from './export/commit-files.ts';
import { initRepository } from './git.ts';
import { writeFiles } from './write-files.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'git-'));
  await writeFiles(root, generateBundle({ plan: plan(), evidence: new Map(), images: new Map(), packages: [] }));
});
afterEach(() => rm(root, { recursive: true }));

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}

describe('initRepository', () => {
  it('commits everything but secrets and local settings, with modes and links', async () => {
    await put('workloads/portal/payload.tar', Buffer.from([0, 13, 10, 255]));
    await put('workloads/portal/app/run.sh', '#!/bin/sh\r\n');
    await chmod(join(root, 'workloads/portal/app/run.sh'), 0o755);
    await put('workloads/portal/app/.gitignore', '*\n');
    await symlink('/etc/passwd', join(root, 'workloads/portal/app/link'));
    await put('secrets/portal.env', 'A=b');
    await put('secrets/portal/etc/key', 'key');
    await put('.env', 'A=b');
    await initRepository(root, 'First\n\nwith a body');
    const tree = git('ls-tree', '-r', 'HEAD');
    expect(tree).toMatch(/^100755 blob \w+\tworkloads\/portal\/app\/run\.sh$/m);
    expect(tree).toMatch(/^120000 blob \w+\tworkloads\/portal\/app\/link$/m);
    expect(tree).toContain('workloads/portal/app/.gitignore');
    expect(tree).toContain('secrets/secrets.manifest.yaml');
    expect(tree).not.toMatch(/\tsecrets\/portal|\t\.env$/m);
    expect(execFileSync('git', ['show', 'HEAD:workloads/portal/payload.tar'], { cwd: root })).toEqual(
      Buffer.from([0, 13, 10, 255]),
    );
    expect(git('log', '--format=%B').trim()).toBe('First\n\nwith a body');
    expect(git('branch', '--show-current').trim()).toBe('main');
    expect(git('status', '--porcelain')).toBe('');
  });

  it('agrees with the .gitignore of the bundle about what is kept', async () => {
    for (const path of [
      '.env',
      'secrets/a.env',
      'secrets/a.env.example',
      'secrets/a/b.env.example',
      'environments/dev/.env',
    ])
      await put(path, 'x');
    git('init', '--quiet');
    const byGit = git('ls-files', '--others', '--exclude-standard').trim().split('\n').sort();
    expect(await committedFiles(root)).toEqual(byGit);
  });

  it('keeps a payload over 100 MB out of Git, with its hash in its place', async () => {
    await put('workloads/portal/payload.tar', '');
    await truncate(join(root, 'workloads/portal/payload.tar'), 100 * 1024 * 1024 + 1);
    await initRepository(root, 'First');
    const files = git('ls-tree', '-r', '--name-only', 'HEAD').split('\n');
    expect(files).toContain('workloads/portal/payload.lock');
    expect(files).not.toContain('workloads/portal/payload.tar');
    expect(JSON.parse(await readFile(join(root, 'workloads/portal/payload.lock'), 'utf8'))).toEqual({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      size: 100 * 1024 * 1024 + 1,
    });
    expect(git('status', '--porcelain')).toBe('');
  });

  it('commits in the name of the user, and into this folder whatever a hook around it says', async () => {
    await put('gitconfig', '[user]\n  name = A Person\n  email = person@example\n');
    vi.stubEnv('GIT_CONFIG_GLOBAL', join(root, 'gitconfig'));
    vi.stubEnv('GIT_DIR', '/nowhere');
    vi.stubEnv('GIT_EDITOR', 'vi');
    await initRepository(root, 'First');
    vi.unstubAllEnvs();
    expect(git('log', '--format=%an <%ae>').trim()).toBe('A Person <person@example>');
    expect(await headCommit(root)).toBe(git('rev-parse', 'HEAD').trim());
  });

  it('says what went wrong', async () => {
    await put('.git/objects', 'in the way');
    await expect(initRepository(root, 'First')).rejects.toMatchObject({ code: 'git.failed' });
  });
});
