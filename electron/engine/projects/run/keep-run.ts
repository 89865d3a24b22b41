import type { MigrationResult, ParityReport } from '../../../../shared/model/result.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { checkNoSecrets } from '../../bundle/check-no-secrets.ts';
import { publicFilesOf } from '../../bundle/public-files.ts';
import { writeFiles } from '../../bundle/write-files.ts';
import type { DockerHost } from '../../docker/docker-host.ts';
import { generateBundle } from '../../generate/bundle-files.ts';
import type { JobContext } from '../../job-context.ts';
import { knownSecrets } from '../../jobs/known-secrets.ts';
import type { Migrated } from '../../jobs/migrate-pods.ts';
import { warningsOf, workloadResults } from '../../jobs/results.ts';
import type { ServerLink } from '../../jobs/site.ts';
import { withProject } from '../store/with-project.ts';
import { commitRun } from './commit-run.ts';
import { type Earlier, earlierRuns } from './earlier.ts';
import type { FinishedRun } from './finished-run.ts';
import { firstCommit } from './first-commit.ts';

/** Moves what a run made into the project, all of it or nothing, with its result, and makes sure of a Git repository. */
export async function keepRun(run: FinishedRun, docker: DockerHost, job: JobContext): Promise<MigrationResult> {
  const { root, migrated, link, folders } = run;
  const earlier = await earlierRuns(root, migrated.plan, run.pods);
  const parity = parityReport(link, migrated, earlier);
  const files = generateBundle({
    plan: migrated.plan,
    evidence: new Map([...earlier.evidence, ...migrated.evidence]),
    images: new Map([...earlier.images, ...migrated.images]),
    packages: link.facts.packages,
    parity,
  });
  await writeFiles(folders.files, files);
  // The server's, and those that a person put in their place.
  const secrets = [
    ...(await knownSecrets(folders.files, migrated, run.secretValues)),
    ...(await knownSecrets(folders.files, migrated, migrated.secretValues)),
  ];
  await checkNoSecrets(folders.files, secrets, job.signal, publicFilesOf(migrated.evidence.values()));
  const fresh = await workloadResults(migrated, docker, job);
  const workloads = fresh.map((one) => earlier.results.find(({ name }) => name === one.name) ?? one);
  const result = { bundle: root, workloads, ...warningsOf(link.facts) };
  job.signal.throwIfAborted();
  const conflicts = await withProject(root, () => commitRun(run, files, result));
  if (conflicts.length > 0) {
    const text = sentence`Edited while the run went on, and now in conflict with it: ${conflicts.join(', ')}`;
    job.emit({ type: 'warning', step: 'bundle', text });
  }
  await firstCommit(root, `Migrated from ${migrated.plan.server.name}`, job);
  return result;
}

function parityReport({ host }: ServerLink, { parity }: Migrated, earlier: Earlier): ParityReport {
  return { server: host.label, takenAt: new Date().toISOString(), workloads: [...earlier.parity, ...parity] };
}
