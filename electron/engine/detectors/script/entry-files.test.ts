import { expect, test } from 'vitest';
import { aFacts, aFile } from '../support/a-facts.fixture.ts';
import { ruby } from '../support/languages/others.ts';
import { python } from '../support/languages/python.ts';
import { openFacts } from '../support/server.ts';
import { entryFilesOf } from './entry-files.ts';

const server = openFacts(
  aFacts({ files: [aFile('/srv/a/wsgi.py'), aFile('/srv/b/shop/__init__.py'), aFile('/srv/c/config.ru')] }),
);

test.each([
  [python, ['gunicorn', '--workers', '2', 'wsgi:app'], '/srv/a', ['/srv/a/wsgi.py']],
  [python, ['gunicorn', '--chdir=/srv/b', 'shop:create_app()'], '/', ['/srv/b/shop/__init__.py']],
  [python, ['python3', '-m', 'shop'], '/srv/b', ['/srv/b/shop/__init__.py']],
  [python, ['gunicorn', '--bind', 'unix:/run/x.sock', 'gone:app'], '/srv/a', []],
  [ruby, ['puma', '-b', 'tcp://0.0.0.0:4567'], '/srv/c', ['/srv/c/config.ru']],
])('what a launcher runs: %#', (language, argv, directory, expected) => {
  expect(entryFilesOf(server, language, argv, directory)).toEqual(expected);
});
