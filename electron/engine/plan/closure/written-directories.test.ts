import { expect, test } from 'vitest';
import { aDirectory, aFacts, aFile, aProcess } from '../../detectors/support/a-facts.fixture.ts';
import { onlyTree } from '../../detectors/support/only-tree.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { writtenDirectoriesOf } from './written-directories.ts';

const application = '/srv/berths';
const file = (path: string) => ({ path, scope: 'file' as const, reason: '' });

/** What a service of user 900 writes into of an application of user 0. */
function written(owners: Record<string, number>, named: string[] = [], applicationOwner = 0): string[] {
  const directories = Object.entries(owners).map(([path, uid]) => aDirectory(path, { uid, mode: 0o755 }));
  const server = openFacts(
    aFacts({
      processes: [aProcess({ pid: 5, uid: 900 })],
      files: [aDirectory(application, { uid: applicationOwner }), ...directories, ...named.map((path) => aFile(path))],
    }),
  );
  return writtenDirectoriesOf(server, onlyTree(server), [application], named.map(file)).map(({ path }) => path);
}

test('a directory of a usual name that only the service may write', () => {
  expect(written({ '/srv/berths/data': 900, '/srv/berths/media': 0 })).toEqual(['/srv/berths/data']);
});

test('that of a database which a script names', () => {
  expect(written({ '/srv/berths/keep': 900 }, ['/srv/berths/keep/berths.sqlite3'])).toEqual(['/srv/berths/keep']);
});

test('each part of an application that is all its own may be a program as well', () => {
  expect(written({ '/srv/berths/data': 900 }, [], 900)).toEqual([]);
});

test('where programs stand, a volume would keep the old ones', () => {
  expect(written({ '/srv/berths/data': 900 }, ['/srv/berths/data/app.py'])).toEqual([]);
});

test('one in another is no volume of its own', () => {
  const owners = { '/srv/berths/var': 900, '/srv/berths/var/db': 900 };
  expect(written(owners, ['/srv/berths/var/db/a.db'])).toEqual(['/srv/berths/var']);
});

test('the volume starts with what stands there', () => {
  const server = openFacts(
    aFacts({
      processes: [aProcess({ pid: 5, uid: 900 })],
      files: [aDirectory(application), aDirectory('/srv/berths/data', { uid: 900 })],
    }),
  );
  expect(writtenDirectoriesOf(server, onlyTree(server), [application], [])).toMatchObject([{ filled: true }]);
});
