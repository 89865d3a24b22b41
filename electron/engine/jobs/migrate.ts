import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrateInput } from '../../../shared/contract/inputs.ts';
import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { MigrationResult, ParityReport, WorkloadParity } from '../../../shared/model/result.ts';
import { openStaging } from '../bundle/staging.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { generateBundle } from '../generate/bundle-files.ts';
import type { JobContext } from '../job-context.ts';
import { scan } from '../probes/scan.ts';
import { withCleanup } from './cleanup.ts';
import { decide } from './decide.ts';
import { knownSecrets } from './known-secrets.ts';
import { type BuiltImage, migratePod } from './migrate-pod.ts';
import { openDocker } from './open-docker.ts';
import { openServer } from './open-server.ts';
import { workloadResults } from './results.ts';
import { newRun, type ServerLink, type Site, tellRun } from './site.ts';

interface Migrated {
  plan: Plan;
  evidence: Map<string, WorkloadEvidence>;
  images: Map<string, BuiltImage>;
  parity: WorkloadParity[];
  ports: Map<string, Map<string, number>>;
}

/**
 * The main job: a server becomes a bundle whose containers are proven to answer as it did. All or nothing: until the
 * very end everything stands in a staging folder, and after an error or a cancellation nothing is left of it, neither
 * here nor on the Docker host.
 */
export function migrate(input: MigrateInput, job: JobContext): Promise<MigrationResult> {
  return withCleanup(async (cleanup) => {
    const staging = await openStaging(input.directory);
    let finished = false;
    cleanup.defer(() => (finished ? undefined : staging.discard()));
    const server = await openServer(input.server, cleanup, job);
    const docker = await openDocker(input.docker, job);
    cleanup.defer(() => docker.close());

    const facts = await scan(server.host, job);
    const decision = await decide(facts, input.choices, server.host, job);
    const run = newRun();
    tellRun(run, docker, job);
    const link: ServerLink = { ...server, facts: decision.facts };
    const site = { run, root: staging.path, docker, server: link, made: new Set<string>() };
    cleanup.defer(async () => {
      if (!(finished && input.keep)) await docker.removeRun(run, { images: false });
      if (!finished) await docker.removeImages([...site.made]);
    });

    const migrated = await migratePods(site, decision.plan, decision.secretValues, input.keep, job);
    job.emit({ type: 'progress', step: 'bundle', done: 0, unit: 'steps' });
    await rm(join(staging.path, '.spool'), { recursive: true, force: true });
    const parity = parityReport(server.host.label, migrated);
    const { packages } = link.facts;
    await writeBundle(
      {
        staging,
        files: generateBundle({ ...migrated, packages, parity }),
        secrets: await knownSecrets(staging.path, migrated.plan, decision.secretValues),
        message: `Migrated from ${migrated.plan.server.name}`,
      },
      job,
    );
    finished = true;
    return { bundle: input.directory, workloads: await workloadResults(migrated, docker, job) };
  });
}

async function migratePods(
  site: Site & { server: ServerLink },
  planned: Plan,
  secretValues: Map<string, Map<string, string>>,
  keep: boolean,
  job: JobContext,
): Promise<Migrated> {
  const all: Migrated = { plan: planned, evidence: new Map(), images: new Map(), parity: [], ports: new Map() };
  for (const pod of planned.pods) {
    const one = await migratePod(site, all.plan, pod, secretValues, keep, job);
    all.plan = one.plan;
    for (const [name, evidence] of one.evidence) all.evidence.set(name, evidence);
    for (const [name, image] of one.images) all.images.set(name, image);
    for (const [name, ports] of one.ports) all.ports.set(name, ports);
    all.parity.push(...one.parity);
  }
  return all;
}

function parityReport(server: string, migrated: Migrated): ParityReport {
  return { server, takenAt: new Date().toISOString(), workloads: migrated.parity };
}
