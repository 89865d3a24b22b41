import { expect, test } from 'vitest';
import { applicationDirectoryOf, applicationRootOf } from './application.ts';
import { pathsInArguments } from './argument-paths.ts';
import { otherUsrName, resolvePath } from './paths.ts';
import { parsePeerUrl } from './peer-url.ts';
import { isPlainPath, isPlainText, shown } from './plain-text.ts';
import { shebangOf } from './shebang.ts';

test('paths resolve as the server does', () => {
  expect(resolvePath('/srv/a', '../b/./c//d')).toBe('/srv/b/c/d');
  expect(resolvePath('/srv/a', '/../etc')).toBe('/etc');
  expect(otherUsrName('/lib/x.so')).toBe('/usr/lib/x.so');
  expect(otherUsrName('/usr/bin/x')).toBe('/bin/x');
  expect(otherUsrName('/usr/local/lib/x')).toBe('/usr/local/lib/x');
});

test.each([
  ['/srv/portal/cgi-bin/report.pl', '/srv/portal'],
  ['/srv/www/shop/index.php', '/srv/www/shop'],
  ['/usr/local/bin/gauged', undefined],
  ['/usr/local/gauge/bin/gauged', '/usr/local/gauge'],
  ['/usr/local/lib/gauge/libx.so', '/usr/local/lib/gauge'],
  ['/home/anna/meter/run.py', '/home/anna/meter'],
  ['/home/anna/run.py', undefined],
  ['/var/www/html/index.html', '/var/www/html'],
])('the application of %s is %s', (path, directory) => {
  expect(applicationDirectoryOf(path, ['/home/anna', '/', '/nonexistent'])).toBe(directory);
});

test('system directories are never an application', () => {
  expect(applicationRootOf('/usr/sbin/nginx')).toBeUndefined();
  expect(applicationRootOf('/etc/gauge/run.sh')).toBeUndefined();
  expect(applicationRootOf('/x')).toBeUndefined();
  expect(applicationRootOf('/company/gauge/run')).toBe('/company/gauge');
});

test('paths in arguments, relative ones against the working directory', () => {
  const argv = [
    './d',
    '-c',
    'etc/d.yaml',
    '--log=/var/log/d.log',
    '--port=80',
    'http://x/y',
    'settings.ini',
    '1.2.3',
    '-I/usr/include',
    '$HOME/x',
  ];
  expect(pathsInArguments(argv, '/srv/d').map((entry) => entry.path)).toEqual([
    '/srv/d/etc/d.yaml',
    '/var/log/d.log',
    '/srv/d/settings.ini',
    '/usr/include',
  ]);
});

test.each([
  ['http://127.0.0.1:8080/app', { kind: 'tcp', host: '127.0.0.1', port: 8080 }],
  ['unix:/run/x.sock', { kind: 'unix', path: '/run/x.sock' }],
  ['unix:/run/x.sock|fcgi://localhost', { kind: 'unix', path: '/run/x.sock' }],
  ['http://unix:/run/x.sock:/path', { kind: 'unix', path: '/run/x.sock' }],
  ['[::1]:9000', { kind: 'tcp', host: '::1', port: 9000 }],
  ['https://user:secret@db.example/x', { kind: 'tcp', host: 'db.example', port: 443 }],
  ['http://$backend', undefined],
  ['unix:/run/a\nb', undefined],
])('the address %j', (written, to) => {
  expect(parsePeerUrl(written)).toEqual(to);
});

test('first lines of scripts', () => {
  expect(shebangOf('#!/usr/bin/perl -w\n')).toEqual({ interpreter: '/usr/bin/perl', byEnv: undefined });
  expect(shebangOf('#!/usr/bin/env -S python3 -u\n')).toEqual({ interpreter: '/usr/bin/env', byEnv: 'python3' });
  expect(shebangOf('print 1')).toBeUndefined();
});

test('text that could act on a terminal or a line is not plain', () => {
  expect(isPlainText('grün 東京')).toBe(true);
  for (const text of ['a\nb', 'a\u001b[2J', 'a\u202eb', '\u0000', 'x'.repeat(5000)])
    expect(isPlainText(text)).toBe(false);
  expect(isPlainPath('/a/../b')).toBe(false);
  expect(isPlainPath('a/b')).toBe(false);
  expect(shown('a\nb\u001b')).toBe('a\\u{a}b\\u{1b}');
});
