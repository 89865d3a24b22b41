import { describe, expect, it } from 'vitest';
import { countOf, type Problem, sortProblems } from './problems.ts';

function problem(path: string, line: number, severity: Problem['severity']): Problem {
  return { path, line, column: 1, severity, message: '', source: '' };
}

const some = [
  problem('b', 9, 'warning'),
  problem('c', 3, 'error'),
  problem('a', 1, 'warning'),
  problem('c', 1, 'warning'),
];

describe('sortProblems', () => {
  it('puts files with errors first, then goes by line', () => {
    expect(sortProblems(some).map(({ path, line }) => `${path}${line}`)).toEqual(['c1', 'c3', 'a1', 'b9']);
  });
});

describe('countOf', () => {
  it('counts by severity', () => {
    expect([countOf(some, 'error'), countOf(some, 'warning')]).toEqual([1, 3]);
  });
});
