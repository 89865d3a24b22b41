import { expect, test } from 'vitest';
import { compileGlob } from '../../../../shared/text/path-pattern.ts';
import { excludesFor } from './excludes.ts';

function isExcluded(path: string, packages: string[] = []): boolean {
  const named = packages.map((name) => ({ name }));
  return excludesFor([], named, [], []).some(({ pattern }) => compileGlob(pattern).test(path));
}

test.each([
  '/usr/lib/x86_64-linux-gnu/perl/5.36.0/CORE/perl.h',
  '/usr/include/zlib.h',
  '/usr/lib/x86_64-linux-gnu/libz.a',
  '/usr/lib/x86_64-linux-gnu/pkgconfig/zlib.pc',
])('%s is of use to a compiler only', (path) => {
  expect(isExcluded(path)).toBe(true);
  expect(isExcluded(path, ['gcc-12'])).toBe(false);
});

test('a library of the compiler is no compiler', () => {
  expect(isExcluded('/usr/include/zlib.h', ['gcc-12-base', 'libgcc-s1'])).toBe(true);
});

test.each([
  '/srv/app/native/addon.h',
  '/opt/app/lib/pkgconfig/app.pc',
  '/usr/lib/x86_64-linux-gnu/libz.so.1',
  '/usr/lib/x86_64-linux-gnu/ImageMagick/modules/png.la',
  '/usr/share/perl/5.36.0/pod/perldiag.pod',
  '/usr/lib/x86_64-linux-gnu/perl/5.36.0/sys/syscall.ph',
  '/usr/lib/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so',
  '/usr/share/doc/zlib1g/copyright',
  '/srv/app/lib/App/Manual.pod',
])('%s stays', (path) => {
  expect(isExcluded(path)).toBe(false);
});

test.each([
  '/usr/lib/debug/.build-id/aa/bb.debug',
  '/usr/lib/python3.11/lib-dynload/_testcapi.cpython-311-x86_64-linux-gnu.so',
  '/usr/share/vim/addons/syntax/nginx.vim',
  '/usr/lib/x86_64-linux-gnu/perl/5.36.0/POSIX.pod',
  '/usr/share/perl5/CGI.pod',
])('%s is no part of what runs', (path) => {
  expect(isExcluded(path)).toBe(true);
});
