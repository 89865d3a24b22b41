import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { evidenceEntrySchema } from '../../../shared/model/evidence.ts';
import { factsSchema } from '../../../shared/model/facts.ts';
import { planSchema } from '../../../shared/model/plan.ts';
import type { ScanSummary } from '../../../shared/model/project.ts';
import { type FileShape, largeEvidence, largeFacts } from '../../../shared/testing/large.ts';
import { root } from '../../app/places.ts';

export const largeWorkload = 'portal';

const scan: ScanSummary = {
  id: '20261102T083000000Z-0000',
  takenAt: '2026-11-02T08:30:00.000Z',
  hostname: 'portal',
  os: 'Debian GNU/Linux 12 (bookworm)',
  access: 'root',
};
const server = { target: 'ssh://root@portal', identityFiles: [], jump: [], sudo: false, acceptNewHostKey: false };
const fileSchema = z.object({ path: z.string(), text: z.string().optional() });

/** A project as the app keeps one, of a server with 5,000 processes and a workload with 200,000 files. */
export async function makeLargeProject(directory: string, shape: FileShape): Promise<void> {
  const facts = largeFacts(await recorded('facts', factsSchema));
  const entries = largeEvidence(await recorded('evidence', z.array(evidenceEntrySchema)), shape);
  const plan = await recorded('plan', planSchema);
  const settings = { slipway: 1, name: 'portal', step: 'connect', server };
  const base = { image: 'debian:bookworm-slim', digest: '' };
  const files: Record<string, string> = {
    'slipway.yaml': stringify(plan),
    '.slipway/project.json': JSON.stringify(settings),
    '.slipway/facts.json': JSON.stringify(facts),
    [`.slipway/scans/${scan.id}.json`]: JSON.stringify(facts),
    [`.slipway/scans/${scan.id}.summary.json`]: JSON.stringify(scan),
    [`.slipway/survey/${largeWorkload}.json`]: JSON.stringify({
      ...{ workload: largeWorkload, base, entries, missingLibraries: [] },
    }),
  };
  for (const { path, text } of await recorded('files', z.array(fileSchema))) {
    if (text !== undefined) files[path] = text;
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
}

/** What a scan and a migration of the lab's portal server gave, as the page's fake engine has it too. */
async function recorded<Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.infer<Schema>> {
  const file = join(root, 'renderer/fake/__fixtures__/portal', `${name}.json`);
  return schema.parse(JSON.parse(await readFile(file, 'utf8')));
}
