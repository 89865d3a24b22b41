import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrateInput } from '../../../shared/contract/inputs.ts';
import type { MigrationResult, ParityReport } from '../../../shared/model/result.ts';
import { publicFilesOf } from '../bundle/public-files.ts';
import { openStaging } from '../bundle/staging.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { writeFiles } from '../bundle/write-files.ts';
import { generateBundle } from '../generate/bundle-files.ts';
import type { JobContext } from '../job-context.ts';
import { scan } from '../probes/scan.ts';
import { withCleanup } from './cleanup.ts';
import { decide } from './decide.ts';
import { knownSecrets } from './known-secrets.ts';
import { type Migrated, migratePods } from './migrate-pods.ts';
import { openDocker } from './open-docker.ts';
import { openServer } from './open-server.ts';
import { warningsOf, workloadResults } from './results.ts';
import { newRun, type ServerLink, tellRun, type Workshop, workloadFolder } from './site.ts';

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
    const site: Workshop = {
      run,
      root: staging.path,
      spool: join(staging.path, '.spool'),
      docker,
      server: link,
      made: new Set(),
      compose: (workload, files) => writeFiles(workloadFolder({ root: staging.path }, workload), files),
    };
    cleanup.defer(async () => {
      if (!(finished && input.keep)) await docker.removeRun(run);
      if (!finished) await docker.removeImages([...site.made]);
    });

    const migrated = await migratePods(site, decision.plan, decision.plan.pods, decision.secretValues, input.keep, job);
    job.emit({ type: 'progress', step: 'bundle', done: 0, unit: 'steps' });
    await rm(site.spool, { recursive: true, force: true });
    const parity = parityReport(server.host.label, migrated);
    const { packages } = link.facts;
    await writeBundle(
      {
        staging,
        files: generateBundle({ ...migrated, packages, parity }),
        secrets: await knownSecrets(staging.path, migrated, decision.secretValues),
        publicFiles: publicFilesOf(migrated.evidence.values()),
        message: `Migrated from ${migrated.plan.server.name}`,
      },
      job,
    );
    finished = true;
    return {
      bundle: input.directory,
      workloads: await workloadResults(migrated, docker, job),
      ...warningsOf(link.facts),
    };
  });
}

function parityReport(server: string, migrated: Migrated): ParityReport {
  return { server, takenAt: new Date().toISOString(), workloads: migrated.parity };
}
