import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan, Pod, Workload } from '../../../shared/model/plan.ts';
import type { WorkloadParity } from '../../../shared/model/result.ts';
import type { JobContext } from '../job-context.ts';
import { enrich } from '../probes/enrich.ts';
import type { ReportedFailure } from '../verify/repair/failure.ts';
import { type Attempt, repairLoop } from '../verify/repair/repair-loop.ts';
import { type BuiltWorkload, buildWorkload } from './build-workload.ts';
import { fetchWorkload } from './fetch-workload.ts';
import { provePod } from './prove-pod.ts';
import type { Site, Workshop } from './site.ts';
import { unbuiltReason } from './unbuilt-reason.ts';

export interface MigratedPod {
  plan: Plan;
  evidence: Map<string, WorkloadEvidence>;
  images: Map<string, BuiltImage>;
  parity: WorkloadParity[];
  ports: Map<string, Map<string, number>>;
  /** Of its workloads, as their containers got them. */
  secretValues: Map<string, Map<string, string>>;
}

export interface BuiltImage {
  tag: string;
  id: string;
  sizeBytes: number;
}

const maxRepairs = 8;

type PodResult = Pick<MigratedPod, 'parity' | 'ports'>;

/** One pod, from the plan to the proof, with repairs in between. */
export async function migratePod(
  site: Workshop,
  plan: Plan,
  pod: Pod,
  secretValues: Map<string, Map<string, string>>,
  keep: boolean,
  job: JobContext,
): Promise<MigratedPod> {
  const evidence = new Map<string, WorkloadEvidence>();
  const images = new Map<string, BuiltImage>();
  const fetched = new Map<string, Workload>();
  const secrets = new Map<string, Map<string, string>>();

  async function attempt(current: Plan, changed: ReadonlySet<string>): Promise<Attempt<PodResult>> {
    const failures: ReportedFailure[] = [];
    for (const workload of membersOf(current, pod)) {
      if (!changed.has(workload.name)) continue;
      const found = await fetchWorkload(site, current, workload, secretValues.get(workload.name) ?? new Map(), job);
      fetched.set(workload.name, found.workload);
      evidence.set(workload.name, found.evidence);
      secrets.set(workload.name, found.secretValues);
      const built = await buildWorkload(site, current, found.workload, job);
      if (built.kind === 'failed') failures.push(buildFailure(workload.name, built));
      else await supersede(site, images, workload.name, built);
    }
    if (failures.length > 0) {
      return { result: { parity: failures.map(unbuilt), ports: new Map() }, failures };
    }
    const tags = new Map([...images].map(([name, image]) => [name, image.tag]));
    const complete = withFetched(current, fetched);
    const built = { plan: complete, pod, images: tags, evidence, secretValues: secrets };
    const proven = await provePod(site, built, keep, job);
    return { result: { parity: proven.parity, ports: proven.ports }, failures: proven.failures };
  }

  const { server } = site;
  const outcome = await repairLoop<PodResult>(
    {
      plan: { ...plan, workloads: membersOf(plan, pod) },
      facts: server.facts,
      attempt: (current, changed, facts) => {
        if (facts !== undefined) server.facts = facts;
        return attempt({ ...plan, workloads: replace(plan.workloads, current.workloads) }, changed);
      },
      enrich: (facts, wants) => enrich(server.host, facts, wants, job),
      maxRounds: maxRepairs,
      watch: site.repairs,
    },
    job,
  );
  const repaired = { ...plan, workloads: replace(plan.workloads, outcome.plan.workloads) };
  return { plan: withFetched(repaired, fetched), evidence, images, secretValues: secrets, ...outcome.attempt.result };
}

/** The image of an earlier round goes, if this job made it. */
async function supersede(
  site: Site,
  images: Map<string, BuiltImage>,
  workload: string,
  built: Extract<BuiltWorkload, { kind: 'built' }>,
): Promise<void> {
  const earlier = images.get(workload);
  images.set(workload, { tag: built.tag, id: built.imageId, sizeBytes: built.sizeBytes });
  if (earlier === undefined || earlier.id === built.imageId || !site.made.delete(earlier.id)) return;
  await site.docker.removeImages([earlier.id]);
}

function membersOf(plan: Plan, pod: Pod): Workload[] {
  return pod.workloads.flatMap((name) => plan.workloads.find((workload) => workload.name === name) ?? []);
}

function replace(all: readonly Workload[], changed: readonly Workload[]): Workload[] {
  return all.map((one) => changed.find((other) => other.name === one.name) ?? one);
}

/** With the secrets that only the files' content revealed. */
function withFetched(plan: Plan, fetched: ReadonlyMap<string, Workload>): Plan {
  const workloads = plan.workloads.map((one) => ({ ...one, secrets: fetched.get(one.name)?.secrets ?? one.secrets }));
  return { ...plan, workloads };
}

function buildFailure(workload: string, built: Extract<BuiltWorkload, { kind: 'failed' }>): ReportedFailure {
  return { workload, phase: 'build', log: `${built.instruction}\n${built.message}\n${built.log}` };
}

function unbuilt({ workload, log }: ReportedFailure): WorkloadParity {
  const [instruction = '', message = ''] = log.split('\n');
  return { workload, verdict: 'failed', reasons: [unbuiltReason({ instruction, message })], checks: [] };
}
