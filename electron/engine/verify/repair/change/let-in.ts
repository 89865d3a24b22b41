import type { Workload } from '../../../../../shared/model/plan.ts';
import { compileGlob } from '../../../../../shared/text/path-pattern.ts';
import { otherUsrName } from '../../../detectors/support/paths.ts';

/** The plan's patterns that leave a path out, under either of its names on a merged-/usr system. */
export function patternsHiding(workload: Workload, path: string): string[] {
  const names = [path, otherUsrName(path)];
  return workload.files.exclude
    .map(({ pattern }) => pattern)
    .filter((pattern) => names.some((name) => compileGlob(pattern).test(name)));
}

/** The workload without some of its patterns: what they left out is weighed like everything else again. */
export function letIn(workload: Workload, patterns: readonly string[]): Workload {
  const exclude = workload.files.exclude.filter(({ pattern }) => !patterns.includes(pattern));
  return { ...workload, files: { ...workload.files, exclude } };
}
