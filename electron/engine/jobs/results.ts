import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Facts } from '../../../shared/model/facts.ts';
import type { Plan, Workload } from '../../../shared/model/plan.ts';
import type { MigrationResult, WorkloadParity, WorkloadResult } from '../../../shared/model/result.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { DockerHost } from '../docker/docker-host.ts';
import type { JobContext } from '../job-context.ts';
import { lossesOf } from '../probes/losses.ts';
import type { BuiltImage } from './migrate-pod.ts';

interface Outcome {
  plan: Plan;
  evidence: Map<string, WorkloadEvidence>;
  images: Map<string, BuiltImage>;
  parity: WorkloadParity[];
  ports: Map<string, Map<string, number>>;
}

/** What a front end is told of each workload. */
export async function workloadResults(
  outcome: Outcome,
  docker: DockerHost,
  job: JobContext,
): Promise<WorkloadResult[]> {
  const baseBytes = await baseSizes(outcome.plan, docker, job);
  return outcome.plan.workloads.map((workload) => resultOf(workload, outcome, baseBytes.get(workload.base.image)));
}

/** What of the server is not known although it was asked for: the result may be worth less than it looks. */
export function warningsOf(facts: Facts | undefined): Pick<MigrationResult, 'warnings'> {
  const warnings = lossesOf(facts?.gaps ?? []);
  return warnings.length === 0 ? {} : { warnings };
}

function resultOf(workload: Workload, outcome: Outcome, baseBytes: number | undefined): WorkloadResult {
  const { name, stack, fit, repairs } = workload;
  const parity = outcome.parity.find((one) => one.workload === name);
  const image = outcome.images.get(name);
  const published = outcome.ports.get(name);
  return {
    name,
    stack,
    fit,
    ...(image && { image: image.tag, imageId: image.id, sizeBytes: image.sizeBytes }),
    ...(baseBytes !== undefined && { baseBytes }),
    ports: workload.ports.map(({ container, protocol }) => {
      const host = published?.get(`${container}/${protocol}`);
      return { container, protocol, ...(host !== undefined && { host }) };
    }),
    verdict: parity?.verdict ?? 'skipped',
    reasons: parity?.reasons ?? [whySkipped(name, outcome)],
    repairs,
  };
}

/** A pod starts as a whole: where one of its images is missing, the others are not tried out either. */
export function whySkipped(name: string, { plan, images }: Pick<Outcome, 'plan' | 'images'>): string {
  const pod = plan.pods.find(({ workloads }) => workloads.includes(name));
  if (pod === undefined) return sentence`It belongs to no pod of the plan.`;
  const missing = pod.workloads.filter((one) => !images.has(one));
  if (missing.length === 0) return sentence`It was not tried out in this run.`;
  return sentence`It was not tried out: its pod needs the image of ${missing.join(', ')}.`;
}

async function baseSizes(plan: Plan, docker: DockerHost, job: JobContext): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const { strategy, base } of plan.workloads) {
    if (strategy === 'scratch') continue;
    sizes.set(base.image, (await docker.ensureImage(base.image, plan.server.architecture, job)).sizeBytes);
  }
  return sizes;
}
