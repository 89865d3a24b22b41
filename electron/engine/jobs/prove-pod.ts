import type { Plan, Pod } from '../../../shared/model/plan.ts';
import type { WorkloadParity } from '../../../shared/model/result.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { DockerContainer } from '../docker/docker-host.ts';
import { readAllLogs } from '../docker/pod/read-all-logs.ts';
import type { PodOutcome } from '../docker/run-pod.ts';
import type { JobContext } from '../job-context.ts';
import { checkManners } from '../verify/manners/check-manners.ts';
import { excuseMissingData } from '../verify/missing-data.ts';
import type { ReportedFailure } from '../verify/repair/failure.ts';
import { mergeChecks } from '../verify/verdict.ts';
import { verifyPod } from '../verify/verify-pod.ts';
import { type BuiltPod, runBuiltPod } from './run-built-pod.ts';
import type { Site } from './site.ts';

export interface ProvenPod {
  parity: WorkloadParity[];
  failures: ReportedFailure[];
  /** Published port by workload and `port/protocol`; only of containers that go on running. */
  ports: Map<string, Map<string, number>>;
}

const logLines = 300;

/**
 * Runs a built pod, compares it with the server, and stops it: at the end nothing of it runs, unless `keep` is set and
 * it came up. How its processes take the stop belongs to the comparison.
 */
export async function provePod(site: Site, built: BuiltPod, keep: boolean, job: JobContext): Promise<ProvenPod> {
  const outcome = await runBuiltPod(site, built, job);
  let stays = false;
  try {
    if (outcome.kind === 'failed') return await notStarted(outcome, built.pod);
    const parity = await compare(site, built, outcome.containers, job);
    const failures = await failuresOf(parity, built.plan, outcome.containers);
    // The logs are read: now the containers may be stopped, which is the last thing that is looked at.
    const manners = await checkManners(outcome.containers, built.plan, job);
    const merged = parity.map((one) => mergeChecks(one, manners.get(one.workload) ?? []));
    stays = keep && failures.length === 0;
    const ports = stays ? await startAgain(built.pod, outcome.containers) : new Map();
    const excused = excuseMissingData(merged, failures, (workload) => emptyVolumesOf(built.plan, workload));
    return { parity: excused, failures, ports };
  } finally {
    if (!stays) await outcome.stop();
  }
}

function emptyVolumesOf({ workloads }: BuiltPod['plan'], name: string): string[] {
  const data = workloads.find((workload) => workload.name === name)?.data ?? [];
  return data.filter(({ filled }) => !filled).map(({ path }) => path);
}

function compare(
  site: Site,
  { plan, pod }: BuiltPod,
  containers: Map<string, DockerContainer>,
  job: JobContext,
): Promise<WorkloadParity[]> {
  const { server } = site;
  return verifyPod({ plan, pod, server: server?.host, facts: server?.facts, containers }, job);
}

const happened = {
  'not-started': sentence`The container could not be started`,
  exited: sentence`The container ended`,
  unhealthy: sentence`The container does not answer`,
};

function whatHappened({ reason, exitCode, oomKilled }: Extract<PodOutcome, { kind: 'failed' }>): string {
  const what = exitCode === undefined ? happened[reason] : sentence`${happened[reason]} with exit code ${exitCode}`;
  return oomKilled ? sentence`${what}, out of memory` : what;
}

async function notStarted(outcome: Extract<PodOutcome, { kind: 'failed' }>, pod: Pod): Promise<ProvenPod> {
  const said = outcome.log.trim() === '' ? outcome.error : outcome.log;
  const reason = `${whatHappened(outcome)}: ${lastLine(said)}`;
  return {
    parity: pod.workloads.map((workload) => ({
      workload,
      verdict: 'failed',
      reasons: [
        workload === outcome.workload ? reason : sentence`${outcome.workload}, which it belongs with, did not come up.`,
      ],
      checks: [],
    })),
    failures: [
      {
        workload: outcome.workload,
        phase: outcome.reason === 'unhealthy' ? 'health' : 'start',
        log: `${outcome.error}\n${outcome.log}`,
        exitCode: outcome.exitCode,
      },
    ],
    ports: new Map(),
  };
}

async function failuresOf(
  parity: readonly WorkloadParity[],
  plan: Plan,
  containers: ReadonlyMap<string, DockerContainer>,
): Promise<ReportedFailure[]> {
  const failures: ReportedFailure[] = [];
  for (const { workload, verdict, checks } of parity) {
    if (verdict !== 'failed') continue;
    const container = containers.get(workload);
    const planned = plan.workloads.find(({ name }) => name === workload);
    const log = container && planned ? await readAllLogs(container, planned, logLines) : '';
    failures.push({ workload, phase: 'verify', log, checks });
  }
  return failures;
}

/** The owner of the network first. A published port may be another one after the restart. */
async function startAgain(pod: Pod, containers: ReadonlyMap<string, DockerContainer>): Promise<ProvenPod['ports']> {
  const ports: ProvenPod['ports'] = new Map();
  for (const name of pod.workloads) await containers.get(name)?.start();
  const owner = containers.get(pod.workloads[0] ?? '');
  const published = (await owner?.publishedPorts()) ?? new Map<string, number>();
  for (const name of pod.workloads) ports.set(name, published);
  return ports;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
