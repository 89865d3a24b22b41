import { expect, it } from 'vitest';
import { createFinder } from './find-lines.ts';

it('finds every match with its place', () => {
  const find = createFinder(/o\w/gu, 1000);
  expect(find('one\r\ntwo or on\n', 10)).toEqual([
    { line: 1, column: 1, length: 2, text: 'one' },
    { line: 2, column: 5, length: 2, text: 'two or on' },
    { line: 2, column: 8, length: 2, text: 'two or on' },
  ]);
  expect(find('on on on', 2)).toHaveLength(2);
});

it('ends an expression that would run for years', () => {
  const find = createFinder(/^(a+)+$/gu, 1000);
  expect(() => find(`${'a'.repeat(60)}!`, 10)).toThrow('The search takes too long.');
});

it('ends when all texts together take too long', () => {
  const find = createFinder(/^(a+)+$/gu, 100);
  const slow = `${'a'.repeat(18)}!`;
  expect(() => {
    for (let text = 0; text < 10_000; text += 1) find(slow, 10);
  }).toThrow('The search takes too long.');
  expect(() => find('a', 10)).toThrow('The search takes too long.');
});
