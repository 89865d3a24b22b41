import { expect, test } from 'vitest';
import { aFacts, aPackage } from '../../detectors/support/a-facts.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { closePackages } from './package-closure.ts';

const packages = [
  aPackage('apache2-bin', ['libapr1', 'libxml2', 'perl']),
  aPackage('libapr1', ['libc6']),
  aPackage('libxml2', ['libicu72', 'libc6']),
  aPackage('libicu72'),
  aPackage('libc6'),
  aPackage('perl'),
];
const apr = '/usr/lib/x86_64-linux-gnu/libapr-1.so.0.7.2';

function onlyFor(roots: Parameters<typeof closePackages>[1]) {
  const planned = closePackages(openFacts(aFacts({ packages })), roots);
  return Object.fromEntries(planned.map((entry) => [entry.name, entry.onlyFor]));
}

test('what is only mapped or depended on is told from what is asked for', () => {
  const found = onlyFor([
    { name: 'apache2-bin', reason: 'the program that runs' },
    { name: 'libapr1', reason: 'mapped', library: apr },
  ]);
  expect(found).toEqual({
    'apache2-bin': undefined,
    libapr1: { libraries: [apr], packages: ['apache2-bin'] },
    libc6: { libraries: [], packages: ['libapr1', 'libxml2'] },
    libicu72: { libraries: [], packages: ['libxml2'] },
    libxml2: { libraries: [], packages: ['apache2-bin'] },
  });
});

test('a package that anything else asks for is asked for', () => {
  const found = onlyFor([
    { name: 'libapr1', reason: 'a file of it is named' },
    { name: 'libapr1', reason: 'mapped', library: apr },
  ]);
  expect(found).toEqual({ libapr1: undefined, libc6: { libraries: [], packages: ['libapr1'] } });
});
