import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBundleShelf } from '../bundle-shelf.ts';
import { initRepository } from '../git.ts';
import { type ScratchBundle, scratchBundle } from '../testing/scratch-bundle.ts';

const { preview } = createBundleShelf();
let bundle: ScratchBundle;
beforeEach(async () => {
  bundle = await scratchBundle();
});
afterEach(() => bundle.remove());

const placeOf = async (path: string) =>
  (await preview({ directory: bundle.directory })).files.find((file) => file.path === path)?.place;

describe('preview', { timeout: 60_000 }, () => {
  it('says where each file goes, and changes nothing', async () => {
    bundle.put('workloads/portal/payload.tar', '');
    truncateSync(join(bundle.directory, 'workloads/portal/payload.tar'), 100 * 1024 * 1024 + 1);
    bundle.put('secrets/portal.env', 'A=b');
    bundle.put('.slipway/facts.json', '{}');
    bundle.put('notes.txt', 'mine');
    bundle.put('.gitignore', '/notes.txt\n');
    const { files, branch, remotes, changed } = await preview({ directory: bundle.directory });
    const places = new Map(files.map(({ path, place }) => [path, place]));
    expect(places.get('workloads/portal/payload.tar')).toBe('lock');
    expect(places.get('secrets/portal.env')).toBe('ignored');
    expect(places.get('secrets/secrets.manifest.yaml')).toBe('git');
    expect(places.get('notes.txt')).toBe('ignored');
    expect(places.get('slipway.yaml')).toBe('git');
    expect([...places.keys()].filter((path) => path.startsWith('.slipway') || path.startsWith('.git/'))).toEqual([]);
    expect(files.every(({ reason }) => reason !== '')).toBe(true);
    expect({ branch, remotes }).toEqual({ branch: 'main', remotes: [] });
    expect(changed).toContain('slipway.yaml');
    expect(changed).not.toContain('workloads/portal/payload.tar');
    expect(await placeOf('workloads/portal/payload.lock')).toBeUndefined();
  });

  it('knows branch, remotes and what changed since the last commit', async () => {
    bundle.put('gone', 'gone');
    await initRepository(bundle.directory, 'First');
    bundle.git(['switch', '--quiet', '--create', 'team/portal']);
    bundle.git(['remote', 'add', 'origin', 'https://user:pass@git.example/portal.git']);
    bundle.git(['rm', '--quiet', 'gone']);
    bundle.put('README.md', 'edited');
    bundle.put('new file', 'new');
    expect(await preview({ directory: bundle.directory })).toMatchObject({
      branch: 'team/portal',
      remotes: ['https://git.example/portal.git'],
      changed: ['README.md', 'gone', 'new file'],
    });
  });

  it('names the secrets that a colleague must provide, and never their values', async () => {
    bundle.put(
      'secrets/secrets.manifest.yaml',
      'secrets:\n  - {name: token, workload: portal, kind: environment, file: secrets/portal.env, variable: TOKEN, reason: x}\n' +
        '  - {name: key, workload: portal, kind: file, file: secrets/portal/etc/key, path: /etc/key, reason: x}\n',
    );
    bundle.put('secrets/portal.env', 'TOKEN=hush-hush');
    const found = await preview({ directory: bundle.directory });
    expect(found.secrets).toEqual([
      { name: 'token', workload: 'portal', goes: 'secrets/portal.env: TOKEN' },
      { name: 'key', workload: 'portal', goes: 'secrets/portal/etc/key → /etc/key' },
    ]);
    expect(JSON.stringify(found)).not.toContain('hush-hush');
  });

  it('is for a folder with a plan', async () => {
    await expect(preview({ directory: bundle.home })).rejects.toMatchObject({ code: 'bundle.invalid' });
  });
});
