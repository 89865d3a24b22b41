import { expect, test } from 'vitest';
import { differences } from './fingerprint.ts';

test('equal fingerprints differ in nothing, whatever the order', () => {
  expect(differences(['a', 'b'], ['b', 'a'])).toEqual([]);
});

test('a changed file stands there before and after', () => {
  expect(differences(['entry /etc/x 1', 'same'], ['entry /etc/x 2', 'same'])).toEqual([
    'before: entry /etc/x 1',
    'after: entry /etc/x 2',
  ]);
});

test('one process more of the same kind is a difference', () => {
  expect(differences(['process www apache2'], ['process www apache2', 'process www apache2'])).toEqual([
    'after: process www apache2',
  ]);
});
