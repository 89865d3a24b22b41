import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { composeReasons } from './compose-reasons.ts';
import { dockerfileReasons } from './dockerfile-reasons.ts';
import type { LineReason } from './line-reason.ts';

/** The workload whose Dockerfile a path is. */
export function workloadOf(path: string, plan: Plan): Workload | undefined {
  const [, name] = /^workloads\/([^/]+)\/Dockerfile$/.exec(path) ?? [];
  return plan.workloads.find((workload) => workload.name === name);
}

/** Whether decisions of the plan are written in a file, line by line. */
export function hasReasons(path: string): boolean {
  return path === 'compose.yaml' || /^workloads\/[^/]+\/Dockerfile$/.test(path);
}

/** Why the lines of a file stand there, for the files that the plan's decisions are written in. */
export function reasonsOf(
  path: string,
  text: string,
  generated: string | undefined,
  plan: Plan,
): readonly LineReason[] {
  const workload = workloadOf(path, plan);
  if (workload !== undefined) return dockerfileReasons(text, generated, workload);
  return path === 'compose.yaml' ? composeReasons(text, generated, plan) : [];
}
