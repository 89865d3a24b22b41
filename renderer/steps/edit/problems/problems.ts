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
