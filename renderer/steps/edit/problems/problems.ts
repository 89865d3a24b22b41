export interface Problem {
  path: string;
  /** From 1. */
  line: number;
  column: number;
  severity: 'error' | 'warning';
  message: string;
  /** Who found it: a rule's name, or a language. */
  source: string;
}

/** By file, the files with errors first; within a file by line. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const rank = ({ path }: Problem) => (broken.has(path) ? 0 : 1);
  return [...problems].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1),
  );
}

export function countOf(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

interface Place {
  path: string | undefined;
  line: number;
  column: number;
}

/** The problem after a place, or the one before it: through all files, and round again. */
export function neighborProblem(
  problems: readonly Problem[],
  at: Place,
  way: 'next' | 'previous',
): Problem | undefined {
  const here = problems.filter(({ path }) => path === at.path);
  const begin = problems.findIndex(({ path }) => path === at.path);
  // In a file without problems, one begins at the first of all, or at the last.
  if (begin < 0) return way === 'next' ? problems[0] : problems.at(-1);
  const from = ({ line, column }: Place) => line - at.line || column - at.column;
  if (way === 'next') {
    const after = here.findIndex((problem) => from(problem) > 0);
    return problems[(begin + (after < 0 ? here.length : after)) % problems.length];
  }
  return problems.at(begin + here.filter((problem) => from(problem) < 0).length - 1);
}
