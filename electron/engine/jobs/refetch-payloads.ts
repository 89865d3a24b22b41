import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ServerInput } from '../../../shared/contract/inputs.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { type AbsentPayload, notHere } from '../bundle/absent-payloads.ts';
import { type PayloadLock, sha256 } from '../bundle/large-payloads.ts';
import { PROJECT_STORE } from '../bundle/layout.ts';
import { onDisk } from '../disk/on-disk.ts';
import type { DockerHost } from '../docker/docker-host.ts';
import type { JobContext } from '../job-context.ts';
import { writePayload } from '../payload/place.ts';
import { scan } from '../probes/scan.ts';
import { requireHold } from '../projects/store/hold.ts';
import { isProject } from '../projects/store/with-project.ts';
import type { Cleanup } from './cleanup.ts';
import { describeChanges } from './evidence-changes.ts';
import { collectWorkload } from './fetch-workload.ts';
import type { OpenedBundle } from './open-bundle.ts';
import { openServer } from './open-server.ts';
import type { Workshop } from './site.ts';

/**
 * Fetches payloads that Git has only the hash of from the server again, by the plan as it stands, and puts each in its
 * place if it is the same to the last byte. Nothing else of the bundle changes. Rejects with `bundle.invalid` where a
 * payload has another hash now, naming what changed on the server.
 */
export async function refetchPayloads(
  bundle: OpenedBundle & { directory: string; docker: DockerHost; from: ServerInput },
  absent: readonly AbsentPayload[],
  cleanup: Cleanup,
  job: JobContext,
): Promise<void> {
  const { directory, docker, from } = bundle;
  const unknown = absent.find(({ lock }) => lock === undefined);
  if (unknown !== undefined) throw notHere(directory, unknown, bundle.plan);
  if (await isProject(directory)) await requireHold(directory);
  const server = await openServer(from, cleanup, job);
  const spool = await openSpool(directory, cleanup);
  const site = { docker, spool, server: { ...server, facts: await scan(server.host, job) } };
  for (const { workload, path, lock } of absent) {
    if (lock !== undefined) await refetchOne(site, bundle, { workload, path, lock }, job);
  }
}

async function refetchOne(
  site: Pick<Workshop, 'docker' | 'spool' | 'server'>,
  bundle: OpenedBundle & { directory: string },
  { workload: name, path, lock }: { workload: string; path: string; lock: PayloadLock },
  job: JobContext,
): Promise<void> {
  const workload = bundle.plan.workloads.find((one) => one.name === name);
  if (workload === undefined) return;
  const secrets = bundle.secretValues.get(name) ?? new Map<string, string>();
  const collected = await collectWorkload(site, bundle.plan, workload, secrets, { looksOnly: false }, job);
  const draft = join(site.spool, `${name}.tar`);
  await onDisk(draft, () => writePayload(collected, draft, job.signal));
  const found: PayloadLock = { sha256: await sha256(draft, job.signal), size: (await stat(draft)).size };
  if (found.sha256 !== lock.sha256) throw anotherOne(path, bundle.evidence.get(name), collected.evidence);
  await onDisk(bundle.directory, () => rename(draft, join(bundle.directory, path)));
  job.emit({
    type: 'log',
    step: 'extract',
    workload: name,
    text: sentence`${path} is here again: sha256 ${found.sha256}`,
  });
}

/** In the bundle, so that a payload is moved and not copied; where Git does not look, and gone at the end. */
async function openSpool(directory: string, cleanup: Cleanup): Promise<string> {
  const store = join(directory, PROJECT_STORE);
  const made = await onDisk(store, () => mkdir(store, { recursive: true, mode: 0o700 }));
  const spool = await onDisk(store, () => mkdtemp(join(store, 'refetch-')));
  cleanup.defer(async () => {
    await rm(spool, { recursive: true, force: true });
    const isOurs = made !== undefined && basename(made) === PROJECT_STORE;
    if (isOurs && (await readdir(store)).length === 0) await rm(store, { recursive: true });
  });
  return spool;
}

function anotherOne(path: string, before: WorkloadEvidence | undefined, now: WorkloadEvidence): SlipwayError {
  const changes = before === undefined ? sentence`evidence.json is missing` : describeChanges(before, now);
  return new SlipwayError(
    'bundle.invalid',
    sentence`The server no longer gives the ${path} that payload.lock names: ${changes}.`,
    {
      hint: sentence`Take the payload from where the bundle was made, or migrate again for the server as it is now.`,
    },
  );
}
