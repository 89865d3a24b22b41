import { expect, test } from 'vitest';
import { aConfig, aFacts, aFile, aPackage } from './a-facts.fixture.ts';
import { openFacts } from './server.ts';

test('what is unknown is asked for once, what is known or missing is not', () => {
  const server = openFacts(
    aFacts({ files: [aFile('/a'), aFile('/gone', { type: 'missing' })], configFiles: [aConfig('/c', 'x')] }),
  );
  for (const path of ['/a', '/gone', '/new', '/new']) server.lookAt(path);
  server.read('/c');
  server.read('/d');
  server.readAll('/e/*.conf');
  server.requestsOf('/var/log/x');
  expect(server.wants()).toEqual([
    { kind: 'access-log', path: '/var/log/x' },
    { kind: 'config', path: '/d' },
    { kind: 'config', path: '/e/*.conf' },
    { kind: 'file', path: '/new' },
  ]);
  expect(server.lookAt('/gone')).toBeUndefined();
});

test('a question answered with a gap or with "missing" is not asked again', () => {
  const gaps = [{ probe: 'enrich', subject: '/secret', reason: 'permission' as const }];
  const server = openFacts(aFacts({ gaps, files: [aFile('/e/*.conf', { type: 'missing' })] }));
  server.read('/secret');
  server.readAll('/e/*.conf');
  expect(server.wants()).toEqual([]);
  expect(server.isAnswered({ kind: 'config', path: '/secret' })).toBe(true);
});

test('globs asked together are answered together', () => {
  const open = openFacts(aFacts());
  open.readAny(['/a/*.ini', '/a/*.conf']);
  expect(open.wants()).toHaveLength(2);
  const answered = openFacts(aFacts({ configFiles: [aConfig('/a/x.ini', '')] }));
  expect(answered.readAny(['/a/*.ini', '/a/*.conf']).map((file) => file.path)).toEqual(['/a/x.ini']);
  expect(answered.wants()).toEqual([]);
});

test('a hostile path is never asked for', () => {
  const server = openFacts(aFacts());
  server.lookAt('/a\nfile /etc/shadow');
  server.read('/a/../../etc/shadow');
  expect(server.wants()).toEqual([]);
});

test('files are found under either name of a merged /usr', () => {
  const server = openFacts(
    aFacts({ files: [aFile('/usr/lib/x.so', { package: 'libx' })], packages: [aPackage('libx')] }),
  );
  expect(server.ownerOf('/lib/x.so')?.name).toBe('libx');
});
