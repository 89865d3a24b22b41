import { join } from 'node:path';
import type { Facts } from '../../../shared/model/facts.ts';
import type { ScanSummary } from '../../../shared/model/project.ts';
import type { JobContext } from '../job-context.ts';
import { withCleanup } from '../jobs/cleanup.ts';
import { type Decision, decide } from '../jobs/decide.ts';
import { openServer } from '../jobs/open-server.ts';
import { scan } from '../probes/scan.ts';
import { regenerate } from './regenerate/regenerate.ts';
import { requireServer } from './require-hosts.ts';
import { readPlan } from './store/content.ts';
import { FACTS_FILE } from './store/layout.ts';
import { keepScan } from './store/scans.ts';
import { withProject } from './store/with-project.ts';
import { writeAtomically } from './store/write-atomically.ts';

/** Scans the project's server and keeps the facts; the first scan also makes the plan. */
export async function scanProject(input: { directory: string }, job: JobContext): Promise<ScanSummary> {
  const server = await withProject(input.directory, requireServer);
  const decision = await withCleanup(async (cleanup) => {
    const { host } = await openServer(server, cleanup, job);
    return decide(await scan(host, job), {}, host, job);
  });
  job.signal.throwIfAborted();
  return withProject(input.directory, (root) => keep(root, decision));
}

async function keep(root: string, { facts, plan }: Decision): Promise<ScanSummary> {
  const summary = await keepScan(root, facts, new Date());
  await writeFacts(root, facts);
  if ((await readPlan(root)) === undefined) await regenerate(root, plan);
  return summary;
}

async function writeFacts(root: string, facts: Facts): Promise<void> {
  await writeAtomically(join(root, FACTS_FILE), JSON.stringify(facts));
}
