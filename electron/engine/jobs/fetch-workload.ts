import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { slug } from '../../../shared/text/slug.ts';
import { secretEnvironmentFile } from '../bundle/layout.ts';
import { readIfThere } from '../disk/if-there.ts';
import { onDisk } from '../disk/on-disk.ts';
import { readSecretEnvironment, secretEnvironment } from '../generate/secret-environment.ts';
import { generateWorkload } from '../generate/workload-files.ts';
import type { JobContext } from '../job-context.ts';
import { type CollectedPayload, collectPayload } from '../payload/collect.ts';
import { placePayload } from '../payload/place.ts';
import { type Site, secretsFolder, spoolFolder, type Workshop, workloadFolder } from './site.ts';

export interface FetchedWorkload {
  /** With the secrets that were found in the files' content. */
  workload: Workload;
  evidence: WorkloadEvidence;
  /** As they stand in `secrets/`: a person may have put others there. */
  secretValues: Map<string, string>;
}

/** Fills a workload's folder of the bundle: fetches its files from the server, sets them apart, generates the rest. */
export async function fetchWorkload(
  site: Workshop,
  plan: Plan,
  planned: Workload,
  secretValues: ReadonlyMap<string, string>,
  job: JobContext,
): Promise<FetchedWorkload> {
  const collected = await collectWorkload(site, plan, planned, secretValues, { looksOnly: false }, job);
  for (const note of collected.notes)
    job.emit({ type: 'warning', step: 'extract', workload: planned.name, text: note });

  const workload = withFoundSecrets(planned, collected.foundSecrets);
  const changedPlan = {
    ...plan,
    workloads: plan.workloads.map((one) => (one.name === workload.name ? workload : one)),
  };
  job.emit({ type: 'progress', step: 'generate', workload: planned.name, done: 0, unit: 'steps' });
  const workloadDir = workloadFolder(site, workload.name);
  await placePayload(collected, { workloadDir, secretsDir: secretsFolder(site) }, job);
  await writeSecretEnvironment(site, workload.name, secretValues);
  const { evidence } = collected;
  await site.compose(workload.name, generateWorkload({ plan: changedPlan, workload, evidence }));
  return { workload, evidence, secretValues: await readSecretValues(site, workload.name) };
}

/** Brings a workload's files into the spool, or only looks at them. */
export async function collectWorkload(
  site: Pick<Workshop, 'docker' | 'server' | 'spool'>,
  plan: Plan,
  planned: Workload,
  secretValues: ReadonlyMap<string, string>,
  { looksOnly }: { looksOnly: boolean },
  job: JobContext,
): Promise<CollectedPayload> {
  const spool = spoolFolder(site, planned.name);
  await onDisk(spool, () => mkdir(spool, { recursive: true }));
  const base = planned.strategy === 'scratch' ? undefined : await baseIndex(site, plan, planned, job);
  const { host, reconnect, facts: accounts } = site.server;
  const secrets = [...secretValues].map(([name, content]) => ({ name: `${planned.name}/${name}`, content }));
  const request = { host, plan, workload: planned, base, accounts, secrets, spool, reconnect, looksOnly };
  return collectPayload(request, job);
}

async function baseIndex(site: Pick<Site, 'docker'>, plan: Plan, workload: Workload, job: JobContext) {
  const base = await site.docker.ensureImage(workload.base.image, plan.server.architecture, job);
  return site.docker.indexImage(base, job);
}

/** A file whose content turned out to be secret is mounted like one that the plan knew of. */
function withFoundSecrets(workload: Workload, found: { path: string; rule: string }[]): Workload {
  const known = new Set(workload.secrets.flatMap((secret) => (secret.kind === 'file' ? [secret.path] : [])));
  const added = found
    .filter(({ path }) => !known.has(path))
    .map(({ path, rule }) => ({
      kind: 'file' as const,
      name: slug(path),
      path,
      reason: sentence`${rule} found in it`,
    }));
  return { ...workload, secrets: [...workload.secrets, ...added] };
}

async function writeSecretEnvironment(
  site: Site,
  workload: string,
  values: ReadonlyMap<string, string>,
): Promise<void> {
  if (values.size === 0) return;
  await onDisk(site.root, async () => {
    await mkdir(secretsFolder(site), { recursive: true, mode: 0o700 });
    await writeFile(join(site.root, secretEnvironmentFile(workload)), secretEnvironment(values), { mode: 0o600 });
  });
}

async function readSecretValues(site: Site, workload: string): Promise<Map<string, string>> {
  const text = await readIfThere(join(site.root, secretEnvironmentFile(workload)));
  return readSecretEnvironment(text ?? '');
}
