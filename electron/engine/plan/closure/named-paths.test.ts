import { expect, test } from 'vitest';
import { aFacts, aFile, aPackage, aProcess } from '../../detectors/support/a-facts.fixture.ts';
import { onlyTree } from '../../detectors/support/only-tree.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { namedPathsOf } from './named-paths.ts';

const names = ['/etc/rsyncd.conf', '/etc/default/rsync', '/etc/none.conf', '/var/lib/rsync'];

function namedBy(exe: string, owner?: string) {
  const server = openFacts(
    aFacts({
      processes: [aProcess({ pid: 5, exe })],
      packages: [aPackage('rsync')],
      programs: [{ path: exe, names, speaksHttp: false }],
      files: [
        aFile(exe, owner === undefined ? {} : { package: owner }),
        aFile('/etc/rsyncd.conf'),
        aFile('/etc/default/rsync', { package: 'rsync' }),
      ],
    }),
  );
  return namedPathsOf(server, onlyTree(server), []).map(({ path }) => path);
}

test('a program of no package tells all that it names', () => {
  expect(namedBy('/usr/local/bin/rsync')).toEqual(names);
});

test('a program of a package tells the settings that no package brings', () => {
  expect(namedBy('/usr/bin/rsync', 'rsync')).toEqual(['/etc/rsyncd.conf']);
});

test('an interpreter tells nothing of what it runs', () => {
  expect(namedBy('/usr/bin/python3.11', 'rsync')).toEqual([]);
});
