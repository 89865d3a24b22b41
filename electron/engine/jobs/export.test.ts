import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ScratchBundle, scratchBundle } from '../bundle/testing/scratch-bundle.ts';
import { failureOf } from '../remote/testing/failure.ts';
import { createJob } from '../remote/testing/job.ts';
import { exportBundle } from './export.ts';

let bundle: ScratchBundle;
beforeEach(async () => {
  bundle = await scratchBundle();
  bundle.git(['init', '--quiet', '--bare', 'remote.git'], '.');
});
afterEach(() => bundle.remove());

const remote = () => join(bundle.home, 'remote.git');
const send = (more: { url?: string; branch?: string; message?: string } = {}, job = createJob()) =>
  exportBundle({ directory: bundle.directory, url: remote(), branch: 'main', ...more }, job);
const log = (branch: string) => bundle.git(['log', '--format=%s', branch], 'remote.git').trim().split('\n');
const files = () => bundle.git(['ls-tree', '-r', '--name-only', 'main'], 'remote.git').trim().split('\n');

// Each runs git many times, and hashes large files: a busy machine needs its time.
describe('exportBundle', { timeout: 60_000 }, () => {
  it('makes the repository where there is none, and pushes its first commit', async () => {
    const { commit } = await send({ message: 'First\n\nwith a body' });
    expect(log('main')).toEqual(['First']);
    expect(commit).toBe(bundle.git(['rev-parse', 'main'], 'remote.git').trim());
    expect(bundle.git(['config', 'remote.origin.url']).trim()).toBe(remote());
  });

  it('commits what was edited, added and removed, without secrets and what is for this machine', async () => {
    bundle.put('workloads/portal/app/old', 'old');
    await send({ message: 'First' });
    bundle.put('README.md', 'edited');
    bundle.put('secrets/portal.env', 'A=b');
    bundle.put('.slipway/project.json', '{}');
    bundle.put('.env', 'A=b');
    bundle.put('workloads/portal/app/.gitignore', '*');
    bundle.put('workloads/portal/app/run.sh', 'run');
    bundle.put('notes.txt', 'mine');
    bundle.git(['config', 'core.excludesFile', '/dev/null']);
    bundle.put('.gitignore', '/notes.txt\n/.env\n/secrets/*\n!/secrets/secrets.manifest.yaml\n');
    bundle.git(['rm', '--quiet', 'workloads/portal/app/old']);
    await send({ url: `file://${remote()}`, branch: 'main' });
    expect(log('main')).toEqual(['Changes to the bundle', 'First']);
    expect(files()).toEqual(expect.arrayContaining(['workloads/portal/app/run.sh', 'workloads/portal/app/.gitignore']));
    expect(files().join('\n')).not.toMatch(/portal\.env$|\.slipway|^\.env$|notes|old/m);
  });

  it('makes no empty commit', async () => {
    await send({ message: 'First' });
    await send({ branch: 'team/portal', message: 'Second' });
    expect(log('team/portal')).toEqual(['First']);
  });

  it('keeps a secret in that somebody has pasted into a file', async () => {
    bundle.put('secrets/portal.env', 'PORTAL_TOKEN=tr0ub4dor-and-3-more\n');
    bundle.put('workloads/portal/app/settings.ini', 'token = tr0ub4dor-and-3-more\n');
    const error = await failureOf(send());
    expect(error).toMatchObject({ code: 'bundle.invalid', message: expect.stringContaining('settings.ini') });
    expect(error.message).not.toContain('tr0ub4dor');
    expect(() => log('main')).toThrow();
  });

  it('takes out of Git what must not be in it any more, and leaves it on the disk', async () => {
    bundle.put('secrets/portal/etc/key', 'key');
    bundle.put('workloads/portal/payload.tar', 'small');
    await send({ message: 'First' });
    bundle.git(['add', '--force', 'secrets/portal/etc/key']);
    truncateSync(join(bundle.directory, 'workloads/portal/payload.tar'), 100 * 1024 * 1024 + 1);
    await send();
    expect(files()).toContain('workloads/portal/payload.lock');
    expect(files().join('\n')).not.toMatch(/payload\.tar|secrets\/portal/);
    expect(bundle.git(['status', '--porcelain']).trim()).toBe('');
    truncateSync(join(bundle.directory, 'workloads/portal/payload.tar'), 5);
    await send();
    expect(files()).toContain('workloads/portal/payload.tar');
    expect(files()).not.toContain('workloads/portal/payload.lock');
    expect(bundle.git(['show', 'main:.gitignore'], 'remote.git')).not.toContain('payload');
  });

  it('says when the branch has moved on, and what to do', async () => {
    await send({ message: 'First' });
    bundle.git(['clone', '--quiet', '--branch', 'main', 'remote.git', 'colleague'], '.');
    bundle.git(
      ['-c', 'user.name=c', '-c', 'user.email=c@c', 'commit', '-q', '--allow-empty', '-m', 'Theirs'],
      'colleague',
    );
    bundle.git(['push', '--quiet'], 'colleague');
    bundle.put('README.md', 'edited');
    const error = await failureOf(send());
    expect(error).toMatchObject({ code: 'git.rejected', hint: expect.stringContaining('git pull --rebase') });
    expect(log('main')).toEqual(['Theirs', 'First']);
  });

  it('uses the folder’s own repository, not one around it', async () => {
    bundle.git(['init', '--quiet'], '.');
    await send({ message: 'First' });
    expect(log('main')).toEqual(['First']);
  });

  it('says that there is no such repository', async () => {
    const error = await failureOf(send({ url: join(bundle.home, 'nowhere.git') }));
    expect(error).toMatchObject({ code: 'git.failed', hint: expect.stringContaining('empty repository') });
  });

  it('refuses a password in the address before anything happens', async () => {
    const job = createJob();
    const error = await failureOf(send({ url: 'https://user:pass-word@localhost:1/x.git' }, job));
    expect(error.code).toBe('usage');
    expect(JSON.stringify([error.toData(), job.said])).not.toContain('pass-word');
    expect(() => bundle.git(['rev-parse', '--git-dir', '--resolve-git-dir', '.git'])).toThrow();
  });

  it('is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(send({}, createJob({}, controller.signal))).rejects.toMatchObject({ name: 'AbortError' });
  });
});
