import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EvidenceEntry, WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { PLAN_FILE, workloadDirectory } from '../bundle/layout.ts';
import { serialisePlan } from '../bundle/plan-file.ts';
import { readIfThere } from '../disk/if-there.ts';
import type { GeneratedFile } from '../generate/generated-file.ts';
import { isRecord } from './regenerate/kinds.ts';
import { projectFiles } from './regenerate/project-files.ts';
import { readFetched, readParity } from './store/content.ts';
import { foundStore } from './store/found-store.ts';
import { generatedFile } from './store/layout.ts';
import { type Entry, readEntry } from './store/read-entry.ts';
import { writeAtomically } from './store/write-atomically.ts';

/**
 * Makes a project of a bundle that the command line wrote. What its plan and evidence generate becomes the base of later
 * merges, so that what was edited since counts as edited. Of the files from the server those are untouched whose hash the
 * evidence has; of secrets nobody knows, so that they count as the person's own.
 */
export async function adoptBundle(root: string, plan: Plan): Promise<void> {
  const evidence = new Map<string, WorkloadEvidence>();
  for (const { name } of plan.workloads) {
    const fetched = await readFetched(root, name);
    if (fetched !== undefined) evidence.set(name, fetched);
  }
  const images = await imagesOf(root, plan);
  const files = projectFiles({ plan, evidence, images, packages: undefined, parity: await readParity(root) });
  files.set(PLAN_FILE, { content: serialisePlan(plan), executable: false });
  for (const [path, file] of files) await keepBase(root, path, file);
  for (const one of evidence.values()) await keepUntouched(root, one);
  await foundStore(root, { slipway: 1, name: plan.server.name, step: 'edit' });
}

async function keepBase(root: string, path: string, file: GeneratedFile): Promise<void> {
  if (!isRecord(path)) await writeAtomically(join(root, generatedFile(path)), file.content);
}

async function keepUntouched(root: string, { workload, entries }: WorkloadEvidence): Promise<void> {
  for (const entry of entries) {
    if (entry.place !== 'app' && entry.place !== 'config') continue;
    const path = `${workloadDirectory(workload)}/${entry.place}${entry.path}`;
    const present = await readEntry(root, path);
    if (present?.kind === 'file' && isAsFetched(present, entry)) {
      await writeAtomically(join(root, generatedFile(path)), present.bytes);
    }
  }
}

function isAsFetched(present: Extract<Entry, { kind: 'file' }>, { sha256 }: EvidenceEntry): boolean {
  return createHash('sha256').update(present.bytes).digest('hex') === sha256;
}

/** compose.yaml alone says which images were built. */
async function imagesOf(root: string, plan: Plan): Promise<Map<string, { tag: string; id: string }>> {
  const compose = (await readIfThere(join(root, 'compose.yaml'))) ?? '';
  const tags = [...compose.matchAll(/^\s+image: ["']?(slipway\/([a-z0-9-]+):[0-9a-f]{12})["']?$/gm)];
  const known = new Set(plan.workloads.map(({ name }) => name));
  return new Map(
    tags.flatMap(([, tag = '', name = '']) => (known.has(name) ? [[name, { tag, id: '' }] as const] : [])),
  );
}
