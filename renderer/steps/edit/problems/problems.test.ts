import { describe, expect, it } from 'vitest';
import { countOf, neighborProblem, type Problem, sortProblems } from './problems.ts';

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

describe('neighborProblem', () => {
  const sorted = sortProblems(some);
  const at = (path: string | undefined, line: number) => ({ path, line, column: 1 });
  const go = (way: 'next' | 'previous', path: string | undefined, line: number) => {
    const found = neighborProblem(sorted, at(path, line), way);
    return found && `${found.path}${found.line}`;
  };

  it('goes through a file, then to the next one, and round', () => {
    expect([go('next', 'c', 0), go('next', 'c', 1), go('next', 'c', 3), go('next', 'b', 9)]).toEqual([
      ...['c1', 'c3', 'a1', 'c1'],
    ]);
    expect([go('previous', 'b', 9), go('previous', 'c', 3), go('previous', 'c', 1)]).toEqual(['a1', 'c1', 'b9']);
    expect(go('previous', 'c', 2)).toBe('c1');
  });

  it('finds its way from a file without any, and stays where there are none', () => {
    expect([go('next', 'z', 5), go('previous', undefined, 0)]).toEqual(['c1', 'b9']);
    expect(neighborProblem([], at('c', 1), 'next')).toBeUndefined();
  });
});
