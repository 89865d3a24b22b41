import { join } from 'node:path';
import type { Plan, Workload } from '../../../shared/model/plan.ts';
import { evidenceJson } from '../generate/evidence-file.ts';
import type { JobContext } from '../job-context.ts';
import { type Cleanup, withCleanup } from '../jobs/cleanup.ts';
import { collectWorkload } from '../jobs/fetch-workload.ts';
import { openDocker } from '../jobs/open-docker.ts';
import { openServer } from '../jobs/open-server.ts';
import type { Workshop } from '../jobs/site.ts';
import { scan } from '../probes/scan.ts';
import { dockerOf, requireServer } from './require-hosts.ts';
import { chosenWorkloads } from './run/chosen-pods.ts';
import { requirePlan } from './store/content.ts';
import { SPOOL, surveyFile } from './store/layout.ts';
import { readFacts } from './store/scans.ts';
import { withProject } from './store/with-project.ts';
import { writeAtomically } from './store/write-atomically.ts';

interface SurveyInput {
  directory: string;
  workload?: string | undefined;
}

/**
 * Looks at what the plan chooses on the server, against what the base images have, and keeps it. Content is not fetched:
 * what only content would tell (the libraries that a file links to, a secret in it) is known as far as it was fetched
 * before, and otherwise shows at the next run.
 */
export function surveyProject({ directory, workload }: SurveyInput, job: JobContext): Promise<{ workloads: string[] }> {
  return withCleanup(async (cleanup) => {
    const { root, plan } = await withProject(directory, async (folder) => ({
      root: folder,
      plan: await requirePlan(folder),
    }));
    const chosen = chosenWorkloads(plan, workload === undefined ? undefined : [workload]);
    const site = await openSite(root, cleanup, job);
    for (const one of chosen) await surveyWorkload(root, site, plan, one, job);
    return { workloads: chosen.map(({ name }) => name) };
  });
}

type Site = Pick<Workshop, 'docker' | 'server' | 'spool'>;

async function openSite(root: string, cleanup: Cleanup, job: JobContext): Promise<Site> {
  const [input, dockerInput] = await withProject(
    root,
    async () => [await requireServer(root), await dockerOf(root)] as const,
  );
  const server = await openServer(input, cleanup, job);
  const docker = await openDocker(dockerInput, job);
  cleanup.defer(() => docker.close());
  const facts = (await withProject(root, readFacts)) ?? (await scan(server.host, job));
  return { docker, server: { ...server, facts }, spool: join(root, SPOOL) };
}

async function surveyWorkload(
  root: string,
  site: Site,
  plan: Plan,
  workload: Workload,
  job: JobContext,
): Promise<void> {
  const { evidence } = await collectWorkload(site, plan, workload, new Map(), { looksOnly: true }, job);
  job.signal.throwIfAborted();
  await withProject(root, () => writeAtomically(join(root, surveyFile(workload.name)), evidenceJson(evidence)));
}
