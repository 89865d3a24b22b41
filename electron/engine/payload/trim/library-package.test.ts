import { describe, expect, it } from 'vitest';
import { contentOfPackage, namesOfLibrary } from './library-package.ts';
import { serverWith } from './testing/packages.ts';

const loader = '/usr/lib/x86_64-linux-gnu';
const documents = { '/usr/share/doc/x': '/', '/usr/share/doc/x/copyright': '-', '/usr/share/lintian/overrides/x': '-' };

function isOnlyLibraries(listed: Record<string, string>): boolean {
  return contentOfPackage('x', serverWith({ x: { ...documents, ...listed } })).isOnlyLibraries;
}

describe('a library package', () => {
  it('is libraries in the directories of the loader, their links and documentation', () => {
    expect(
      isOnlyLibraries({ [`${loader}/libicuuc.so.72`]: 'libicuuc.so.72.1', [`${loader}/libicuuc.so.72.1`]: '-' }),
    ).toBe(true);
  });

  it('is one where the list writes /lib, a link on the disk, and brings an empty directory', () => {
    const listed = { '/lib': 'usr/lib', '/lib/x86_64-linux-gnu': '/', '/lib/x86_64-linux-gnu/libz.so.1': '-' };
    expect(isOnlyLibraries({ ...listed, '/usr/lib/x86_64-linux-gnu/z/plugins': '/' })).toBe(true);
  });

  it.each([
    ['gconv modules', `${loader}/gconv/UTF-16.so`],
    ['SASL plug-ins', `${loader}/sasl2/libsasldb.so.2`],
    ['OpenSSL providers', `${loader}/ossl-modules/legacy.so`],
    ['name services', `${loader}/libnss_ldap.so.2`],
    ['extension modules', `${loader}/perl5/5.36/auto/XML/Parser/Expat/Expat.so`],
    ['data', '/usr/share/x/x.dat'],
    ['settings', '/etc/x.conf'],
    ['programs', '/usr/bin/x'],
  ])('is none with %s', (_what, path) => {
    expect(isOnlyLibraries({ [`${loader}/libx.so.1`]: '-', [path]: '-' })).toBe(false);
  });

  it('is none without a library', () => {
    expect(isOnlyLibraries({})).toBe(false);
  });
});

describe('namesOfLibrary', () => {
  it('gives the links of the package that lead to the file', () => {
    const files = serverWith({
      x: { [`${loader}/libx.so.1`]: 'libx.so.1.4', [`${loader}/libx.so.1.4`]: '-', [`${loader}/liby.so.1`]: '-' },
    });
    expect(namesOfLibrary(`${loader}/libx.so.1.4`, contentOfPackage('x', files), files)).toEqual([
      `${loader}/libx.so.1`,
      `${loader}/libx.so.1.4`,
    ]);
  });
});
