import { Readable } from 'node:stream';
import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan, Pod } from '../../../shared/model/plan.ts';
import { type PodOutcome, runPod } from '../docker/run-pod.ts';
import type { JobContext } from '../job-context.ts';
import { mountFiles } from '../payload/mounts.ts';
import { type Site, secretsFolder, workloadFolder } from './site.ts';

export interface BuiltPod {
  plan: Plan;
  pod: Pod;
  /** Image tag by workload. */
  images: Map<string, string>;
  evidence: Map<string, WorkloadEvidence>;
  secretValues: Map<string, Map<string, string>>;
}

/** Starts a pod's images with their configuration and secrets, as the bundle's compose.yaml would. */
export function runBuiltPod(site: Site, built: BuiltPod, job: JobContext): Promise<PodOutcome> {
  const { plan, pod, images, evidence, secretValues } = built;
  job.emit({ type: 'progress', step: 'run', workload: pod.name, done: 0, unit: 'steps' });
  return runPod(
    {
      docker: site.docker,
      run: site.run,
      plan,
      pod,
      images,
      environmentOf: (name) => environmentOf(plan, name, secretValues.get(name)),
      filesOf: (name) => mountsOf(site, name, evidence.get(name)),
    },
    job,
  );
}

function environmentOf(plan: Plan, name: string, secrets: ReadonlyMap<string, string> | undefined): string[] {
  const plain = plan.workloads.find((workload) => workload.name === name)?.environment ?? [];
  const all = new Map([...plain.map((one) => [one.name, one.value] as const), ...(secrets ?? [])]);
  return [...all].map(([variable, value]) => `${variable}=${value}`);
}

function mountsOf(site: Site, name: string, evidence: WorkloadEvidence | undefined): Readable | undefined {
  if (evidence === undefined) return undefined;
  const source = { workloadDir: workloadFolder(site, name), secretsDir: secretsFolder(site), evidence };
  // The tar is opened only when the container is there to take it.
  return Readable.from(
    lazily(() => mountFiles(source)),
    { objectMode: false },
  );
}

async function* lazily(open: () => Promise<Readable>): AsyncGenerator<Buffer> {
  for await (const chunk of await open()) yield chunk as Buffer; // mountFiles gives bytes
}
