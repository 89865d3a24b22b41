import { describe, expect, it } from 'vitest';
import { idlePluginRule } from './idle-plugins.ts';
import { packageRequests } from './package-requests.ts';
import { serverWith, workloadOf } from './testing/packages.ts';
import { noteLinks, startTrimming, takeNeeded, takeUnexplained } from './trimming.ts';

const loader = '/usr/lib/x86_64-linux-gnu';
const files = serverWith({
  daemon: { '/usr/sbin/daemon': '-' },
  libxml2: { [`${loader}/libxml2.so.2`]: '-', '/usr/share/doc/libxml2/copyright': '-' },
  libicu72: { [`${loader}/libicuuc.so.72`]: '-', [`${loader}/libicutest.so.72`]: '-' },
  libkrb5: { [`${loader}/libkrb5.so.3`]: '-', [`${loader}/krb5/plugins/preauth/spake.so`]: '-' },
  magic: { [`${loader}/libmagic.so.1`]: '-' },
  'magic-data': { '/usr/lib/file/magic.mgc': '-' },
});
const workload = workloadOf({
  daemon: null,
  libxml2: { packages: ['daemon'] },
  libicu72: { packages: ['libxml2'] },
  libkrb5: { packages: ['daemon'] },
  magic: { packages: ['daemon'] },
  'magic-data': { packages: ['magic'] },
});

/** The daemon was looked into: it, or a plug-in of it that is not loaded, links to these. */
function lookedInto(...sonames: string[]) {
  const trimming = startTrimming(workload, files);
  noteLinks(trimming, 'daemon', sonames);
  return trimming;
}

describe('which packages are taken', () => {
  it('is none of those that only idle plug-ins link to, nor what those depend on', () => {
    const trimming = lookedInto('libxml2.so.2', 'libkrb5.so.3', 'libmagic.so.1');
    expect(takeNeeded(trimming)).toBe(false);
    expect(takeUnexplained(trimming)).toBe(false);
    expect(packageRequests(workload, files, trimming).map(({ path }) => path)).toEqual(['/usr/sbin/daemon']);
  });

  it('is of a library package what is needed, and of any other everything', () => {
    const trimming = lookedInto('libxml2.so.2', 'libkrb5.so.3', 'libmagic.so.1');
    for (const soname of ['libxml2.so.2', 'libkrb5.so.3']) trimming.needed.add(soname);
    expect(takeNeeded(trimming)).toBe(true);
    expect([...trimming.taken]).toEqual([
      ['libxml2', 'libraries'],
      ['libkrb5', 'whole'],
    ]);
    const paths = packageRequests(workload, files, trimming).map(({ path }) => path);
    expect(paths).toContain('/usr/share/doc/libxml2/copyright');
    expect(paths).toContain(`${loader}/krb5/plugins/preauth/spake.so`);
  });

  it('is everything that a dependency asks for and no link explains', () => {
    const trimming = lookedInto('libxml2.so.2', 'libkrb5.so.3');
    expect(takeUnexplained(trimming)).toBe(true);
    expect([...trimming.taken]).toEqual([['magic', 'whole']]);
    expect(takeUnexplained(trimming)).toBe(true);
    expect(trimming.taken.get('magic-data')).toBe('whole');
    expect(takeUnexplained(trimming)).toBe(false);
  });

  it('is no library that nothing maps, where no file is looked into', () => {
    const trimming = startTrimming(workload, files, { looksOnly: true });
    expect(takeUnexplained(trimming)).toBe(true);
    // What is more than libraries may be called in any way.
    expect([...trimming.taken]).toEqual([['libkrb5', 'whole']]);
    expect(takeUnexplained(trimming)).toBe(false);
  });

  it('is a mapped library with the rest of its package left out', () => {
    const mapped = workloadOf({ libicu72: { libraries: [`${loader}/libicuuc.so.72`] } });
    const paths = packageRequests(mapped, files, startTrimming(mapped, files)).map(({ path }) => path);
    expect([...new Set(paths)]).toEqual([`${loader}/libicuuc.so.72`]);
  });

  it('is everything where the package manager installs', () => {
    const installed = { ...workload, strategy: 'packages' as const };
    const paths = packageRequests(installed, files, startTrimming(installed, files)).map(({ path }) => path);
    expect(paths).toContain(`${loader}/libicutest.so.72`);
  });
});

describe('idlePluginRule', () => {
  const plugins = [{ directory: '/usr/lib/d/modules', loaded: ['mod_a.so'], reason: 'test' }];
  const rule = (strategy: 'minimal' | 'packages') =>
    idlePluginRule({ ...workload, strategy, files: { ...workload.files, plugins } });

  it('is for the plug-ins of the plan that are not loaded, and for nothing else', () => {
    const isIdle = rule('minimal');
    expect(isIdle('/usr/lib/d/modules/mod_b.so')).toBe(true);
    expect(isIdle('/usr/lib/d/modules/mod_a.so')).toBe(false);
    expect(isIdle('/usr/lib/x86_64-linux-gnu/perl5/5.36/auto/XML/Parser/Expat/Expat.so')).toBe(false);
    expect(idlePluginRule(workload)('/usr/lib/d/modules/mod_b.so')).toBe(false);
  });

  it('is not for one that the plan names by itself, as a repair does', () => {
    const include = [{ path: '/usr/lib/d/modules/mod_b.so', scope: 'file' as const, reason: 'asked for' }];
    const isIdle = idlePluginRule({ ...workload, files: { ...workload.files, plugins, include } });
    expect(isIdle('/usr/lib/d/modules/mod_b.so')).toBe(false);
    expect(isIdle('/usr/lib/d/modules/mod_c.so')).toBe(true);
  });

  it('leaves nothing idle where the package manager installs', () => {
    expect(rule('packages')('/usr/lib/d/modules/mod_b.so')).toBe(false);
  });
});
