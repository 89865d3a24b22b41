import { expect, test } from 'vitest';
import type { Package } from '../../../../shared/model/facts.ts';
import { aConfig, aFacts, aFile, aPackage } from '../../detectors/support/a-facts.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { secretFilesOf } from './secret-files.ts';

const path = '/etc/exampled/exampled.conf';
const text = 'listen = 8080\npassword = hunter-of-seals\n';

function secretPaths(parts: Partial<Package> = {}, at = path, packaged = true): string[] {
  const file = aFile(at, packaged ? { package: 'exampled' } : {});
  const facts = aFacts({
    files: [file],
    packages: [aPackage('exampled', [], parts)],
    configFiles: [aConfig(at, text)],
  });
  return secretFilesOf(openFacts(facts), [], [{ path: at, scope: 'file', isConfig: true }]).map((one) => one.path);
}

test("a password in a package's configuration is an example until somebody changes the file", () => {
  expect(secretPaths()).toEqual([]);
  expect(secretPaths({ changedConffiles: [path] })).toEqual([path]);
});

test('a file that no package brought, or that lies elsewhere, holds a password of its own', () => {
  expect(secretPaths({}, path, false)).toEqual([path]);
  expect(secretPaths({}, '/srv/exampled/exampled.conf')).toEqual(['/srv/exampled/exampled.conf']);
});

test('where the package manager tells nothing of changed files, none is taken for unchanged', () => {
  expect(secretPaths({ manager: 'apk' })).toEqual([path]);
});

test('a name that says secret counts, whoever brought the file', () => {
  expect(secretPaths({}, '/etc/ssl/private/exampled.pem')).toEqual(['/etc/ssl/private/exampled.pem']);
});
