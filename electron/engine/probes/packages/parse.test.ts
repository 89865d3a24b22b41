import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fixture, section } from '../testing/sections.ts';
import { parsePackages } from './parse.ts';

test('recorded dpkg packages', () => {
  const { value } = parsePackages([
    section('dpkg', fixture(import.meta.url, 'status.txt')),
    section('md5sum', 'ffffffffffffffffffffffffffffffff  /etc/apache2/ports.conf\n'),
  ]);
  const apache = value.find((found) => found.name === 'apache2');
  expect(apache).toMatchObject({
    manager: 'dpkg',
    source: 'apache2',
    essential: false,
    changedConffiles: ['/etc/apache2/ports.conf'],
  });
  // Of all its needs only these are in the recording; perl is there as perl-base alone.
  expect(apache?.depends).toEqual(['apache2-bin']);
  expect(value.find((found) => found.name === 'perl-base')).toMatchObject({ source: 'perl', essential: true });
  expect(value.find((found) => found.name === 'libapr1')?.source).toBe('apr');
});

test('alternatives and virtual packages are resolved, what is removed is left out', () => {
  const status = [
    'Package: app\nStatus: install ok installed\nVersion: 1\nArchitecture: all\nDepends: mta (>= 1) | sendmail, libc6:any, gone | old\nSource: app-src (2)',
    'Package: postfix\nStatus: install ok installed\nVersion: 3\nArchitecture: amd64\nProvides: mta (= 1), mail-server',
    'Package: libc6\nStatus: install ok installed\nVersion: 2\nArchitecture: amd64',
    'Package: old\nStatus: deinstall ok config-files\nVersion: 1\nArchitecture: all',
  ].join('\n\n');
  const { value } = parsePackages([section('dpkg', status)]);
  expect(value.map(({ name, depends, source }) => [name, depends, source])).toEqual([
    ['app', ['libc6', 'postfix'], 'app-src'],
    ['postfix', [], 'postfix'],
    ['libc6', [], 'libc6'],
  ]);
});

test('apk: provided sonames and changed files', () => {
  const digest = createHash('sha1').update('old').digest('base64');
  const installed = `P:nginx\nV:1.24.0-r1\nA:x86_64\no:nginx\nD:so:libc.musl-x86_64.so.1 !old /bin/sh\nF:etc/nginx\nR:nginx.conf\nZ:Q1${digest}\n\nP:musl\nV:1.2\nA:x86_64\np:so:libc.musl-x86_64.so.1=1\n`;
  const now = createHash('sha1').update('new').digest('hex');
  const { value } = parsePackages([section('apk', installed), section('sha1sum', `${now}  /etc/nginx/nginx.conf\n`)]);
  expect(value[0]).toMatchObject({ manager: 'apk', depends: ['musl'], changedConffiles: ['/etc/nginx/nginx.conf'] });
});

test('rpm: epochs, provided names, unchanged configuration', () => {
  const lines = [
    'P\thttpd\t(none)\t2.4.6-99.el7\tx86_64\thttpd-2.4.6-99.el7.src.rpm',
    'R\tlibc.so.6()(64bit)',
    'R\trpmlib(FileDigests)',
    'P\tglibc\t1\t2.17-326.el7\tx86_64\tglibc-2.17-326.el7.src.rpm',
    'V\tlibc.so.6()(64bit)',
    'P\tgpg-pubkey\t(none)\tf4a80eb5-53a7ff4b\t(none)\t(none)',
  ].join('\n');
  const same = 'a'.repeat(64);
  const { value } = parsePackages([
    section('rpm', lines),
    section('rpm-config', `httpd\tcn\t${same}\t/etc/httpd/conf/httpd.conf\n`),
    section('sha256sum', `${same}  /etc/httpd/conf/httpd.conf\n`),
  ]);
  expect(value).toEqual([
    expect.objectContaining({
      manager: 'rpm',
      name: 'httpd',
      version: '2.4.6-99.el7',
      depends: ['glibc'],
      changedConffiles: [],
    }),
    expect.objectContaining({ name: 'glibc', version: '1:2.17-326.el7', source: 'glibc' }),
  ]);
});
