import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DockerInput, ServerInput } from '../../../../shared/contract/inputs.ts';
import type { Plan, Pod } from '../../../../shared/model/plan.ts';
import type { MigrationResult } from '../../../../shared/model/result.ts';
import { PLAN_FILE } from '../../bundle/layout.ts';
import { refuseConflicts } from '../../bundle/merge/require-resolved.ts';
import { readIfThere } from '../../disk/if-there.ts';
import { onDisk } from '../../disk/on-disk.ts';
import type { OpenedDockerHost } from '../../docker/opened-host.ts';
import type { JobContext } from '../../job-context.ts';
import { type Cleanup, withCleanup } from '../../jobs/cleanup.ts';
import { type Decision, decide } from '../../jobs/decide.ts';
import { secretVariables } from '../../jobs/known-secrets.ts';
import { migratePods } from '../../jobs/migrate-pods.ts';
import { openDocker } from '../../jobs/open-docker.ts';
import { openServer } from '../../jobs/open-server.ts';
import { newRun, type ServerLink, tellRun, type Workshop } from '../../jobs/site.ts';
import { scan } from '../../probes/scan.ts';
import { dockerOf, requireServer } from '../require-hosts.ts';
import { removeKept } from '../stop.ts';
import { claimRun, releaseRun, whileRunning } from '../store/busy.ts';
import { requirePlan } from '../store/content.ts';
import { SPOOL, WORK } from '../store/layout.ts';
import { readResult } from '../store/result.ts';
import { sweepAbandoned } from '../store/transaction.ts';
import { withProject } from '../store/with-project.ts';
import { chosenPods } from './chosen-pods.ts';
import { openEdits, type RunFolders } from './edits.ts';
import { keepRun } from './keep-run.ts';
import { forgetKept, noteImage, noteKept } from './note-kept.ts';
import { type HideSecrets, recordRun } from './record/record-run.ts';
import { openRepairs } from './repairs.ts';
import { resolveSecrets } from './resolve-secrets.ts';
import { removeSuperseded } from './superseded.ts';

export interface RunInput {
  directory: string;
  workloads?: string[] | undefined;
}

/**
 * Fetches, builds, runs, compares and repairs by the project's plan and edited files. All or nothing: until the end
 * everything is made beside the project, and after an error or a cancellation the project is as it was and nothing new
 * is on the Docker host. What was fetched stays: the next run need not fetch it again. Edits that conflict with what is
 * generated stop it with `file.conflict`; the markers then stand in the project's files.
 */
export function runProject(input: RunInput, job: JobContext): Promise<MigrationResult> {
  return whileRunning(input.directory, () =>
    withCleanup(async (cleanup) => {
      await claimRun(input.directory);
      cleanup.defer(() => releaseRun(input.directory));
      return recordRun(resolve(input.directory), job, (told, hide) => prepare(input, hide, cleanup, told));
    }),
  );
}

async function prepare(input: RunInput, hide: HideSecrets, cleanup: Cleanup, job: JobContext) {
  const begun = await withProject(input.directory, (root) => begin(root, input.workloads));
  cleanup.defer(() => rm(join(begun.root, WORK), { recursive: true, force: true }));
  const server = await openServer(begun.server, cleanup, job);
  const docker = await openDocker(begun.docker, job);
  cleanup.defer(() => docker.close());
  const decision = await decide(await scan(server.host, job), {}, server.host, job);
  return carryOut({ ...begun, link: { ...server, facts: decision.facts }, decision, hide }, docker, cleanup, job);
}

interface Begun {
  root: string;
  planText: string;
  plan: Plan;
  pods: Pod[];
  server: ServerInput;
  docker: DockerInput;
  folders: RunFolders;
}

/** What the run goes by, and an empty place to work in. */
async function begin(root: string, workloads: string[] | undefined): Promise<Begun> {
  const plan = await requirePlan(root);
  const planText = (await readIfThere(join(root, PLAN_FILE))) ?? '';
  await refuseConflicts(root);
  const folders = { files: join(root, WORK, 'files'), generated: join(root, WORK, 'generated') };
  await sweepAbandoned(root);
  await onDisk(root, async () => {
    await rm(join(root, WORK), { recursive: true, force: true });
    for (const folder of [folders.files, folders.generated]) await mkdir(folder, { recursive: true, mode: 0o700 });
  });
  const pods = chosenPods(plan, workloads);
  const server = await requireServer(root);
  return { root, planText, plan, pods, server, docker: await dockerOf(root), folders };
}

async function carryOut(
  begun: Begun & { link: ServerLink; decision: Decision; hide: HideSecrets },
  docker: OpenedDockerHost,
  cleanup: Cleanup,
  job: JobContext,
): Promise<MigrationResult> {
  const { root, plan, planText, pods, link, decision, folders, hide } = begun;
  const run = newRun();
  const edits = openEdits(root, folders);
  const repairs = await openRepairs(root);
  const made = new Set<string>();
  const site: Workshop = {
    ...{ run, root: folders.files, spool: join(root, SPOOL), docker, server: link, made },
    compose: edits.compose,
    noteImage: (id) => noteImage(root, run, id),
    repairs,
  };
  await removeKept(root, docker, begun.docker, job);
  await noteKept(root, { run, docker: begun.docker, unfinished: [] });
  tellRun(run, docker, job);
  let finished = false;
  cleanup.defer(async () => {
    if (finished) return;
    await docker.removeRun(run);
    await docker.removeImages([...made]);
    await forgetKept(root, run);
  });

  const before = (await readResult(root))?.result;
  const secretValues = await resolveSecrets(root, plan, decision);
  hide(secretVariables(secretValues));
  const migrated = await migratePods(site, plan, pods, secretValues, true, job);
  job.emit({ type: 'progress', step: 'bundle', done: 0, unit: 'steps' });
  const result = await keepRun(
    { root, planText, folders, edits, repairs, link, secretValues, migrated, pods },
    docker,
    job,
  );
  await noteKept(root, { run, docker: begun.docker });
  finished = true;
  await removeSuperseded(before, result, docker, job);
  return result;
}
