import { describe, expect, it } from 'vitest';
import { entry, evidence, plan, richWorkload, workload } from './__fixtures__/plans.ts';
import { configMounts, mountPoints } from './mount-points.ts';
import { fileSecrets } from './secret-mounts.ts';
import { volumesOf } from './volumes.ts';

const nothing = evidence([]);

describe('configMounts', () => {
  it('follows the plan where nothing was collected yet', () => {
    expect(configMounts(richWorkload(), nothing)).toEqual([
      { path: '/etc/apache2', scope: 'tree' },
      { path: '/etc/portal.conf', scope: 'file' },
    ]);
  });

  it('follows what was collected: no mount without files, files behind links by their own paths', () => {
    const collected = evidence([
      entry('/etc/apache2/sites/a.conf', { place: 'config' }),
      entry('/srv/real.conf', { place: 'config' }),
    ]);
    expect(configMounts(richWorkload(), collected)).toEqual([
      { path: '/etc/apache2', scope: 'tree' },
      { path: '/srv/real.conf', scope: 'file' },
    ]);
  });

  it('refuses a path that leads elsewhere', () => {
    const config = [{ path: '/etc/../../x', scope: 'file' as const, reason: '' }];
    expect(() => configMounts(workload({ config }), nothing)).toThrow(/absolute path/);
  });
});

describe('mountPoints', () => {
  it('stands in for secrets, volumes and empty directories inside a configuration tree', () => {
    const portal = workload({
      config: [{ path: '/etc/app', scope: 'tree', reason: '' }],
      data: [
        { path: '/etc/app/state', reason: '' },
        { path: '/var/lib/app', reason: '' },
      ],
    });
    const collected = evidence([
      entry('/etc/app', { type: 'directory' }),
      entry('/etc/app/conf.d', { type: 'directory' }),
      entry('/etc/app/conf.d/a.conf', { place: 'config' }),
      entry('/etc/app/empty', { type: 'directory' }),
      entry('/etc/app/key', { place: 'secret' }),
      entry('/srv/key', { place: 'secret' }),
    ]);
    const volumes = volumesOf(plan([portal]), portal, collected);
    expect(mountPoints(portal, collected, volumes)).toEqual([
      'config/etc/app/empty/.keep',
      'config/etc/app/key',
      'config/etc/app/state/.keep',
    ]);
  });
});

describe('fileSecrets', () => {
  it('adds secrets that were found while the files were collected, by what they are', () => {
    const collected = evidence([
      entry('/etc/apache2/ssl/portal.key', { place: 'secret', reasons: ['read at the start'] }),
      entry('/srv/settings.py', { place: 'secret', reasons: ['holds a secret (password-literal)'] }),
      entry('/srv/link', { place: 'secret', type: 'symlink', linkTarget: 'settings.py' }),
      entry('/srv/elsewhere', { place: 'secret', type: 'symlink', linkTarget: '/etc/shadow' }),
    ]);
    expect(fileSecrets(richWorkload(), collected).map(({ name, source }) => [name, source])).toEqual([
      ['tls-key', 'secrets/portal/etc/apache2/ssl/portal.key'],
      ['/srv/link', 'secrets/portal/srv/link'],
      ['/srv/settings.py', 'secrets/portal/srv/settings.py'],
    ]);
  });
});

describe('volumesOf', () => {
  it('keeps logs in a volume only where their directory holds nothing of the image', () => {
    const logs = ['/var/log/app/a.log', '/srv/app/b.log', '/unknown/c.log', '/var/lib/app/log'].map((path) => ({
      path,
      to: 'volume' as const,
      reason: '',
    }));
    const portal = workload({ logs, data: [{ path: '/var/lib/app', reason: '' }] });
    const collected = evidence([
      entry('/var/log/app', { type: 'directory' }),
      entry('/var/lib/app', { type: 'directory' }),
      entry('/var/lib/app/log', { type: 'directory' }),
      entry('/srv/app', { type: 'directory' }),
      entry('/srv/app/run'),
    ]);
    expect(volumesOf(plan([portal]), portal, collected).map(({ path, purpose }) => [path, purpose])).toEqual([
      ['/var/lib/app', 'data'],
      ['/var/log/app', 'log'],
    ]);
  });

  it('gives different names to paths that read alike', () => {
    const data = ['/a/b-c', '/a-b/c', '/a/b/c', '/a b/c'].map((path) => ({ path, reason: '' }));
    const portal = workload({ data });
    expect(new Set(volumesOf(plan([portal]), portal, nothing).map(({ name }) => name)).size).toBe(4);
  });
});
