import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';
import { type Facts, factsSchema } from '../../../../shared/model/facts.ts';
import { type ScanSummary, scanSummarySchema } from '../../../../shared/model/project.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { FACTS_FILE, SCANS } from './layout.ts';
import { readJson } from './read-json.ts';
import { writeAtomically } from './write-atomically.ts';

/** Facts are megabytes; nobody compares with more scans than these. */
const maxScans = 20;
const idPattern = /^\d{8}T\d{9}Z-[0-9a-f]{4}$/;

/** Keeps facts as the newest scan; the oldest beyond twenty go. They hold environment values: their owner's alone. */
export async function keepScan(root: string, facts: Facts, now: Date): Promise<ScanSummary> {
  const id = `${now.toISOString().replace(/[-:.]/g, '')}-${randomBytes(2).toString('hex')}`;
  const { takenAt, access, os } = facts;
  const summary: ScanSummary = { id, takenAt, hostname: os.hostname, os: os.prettyName, access };
  await writeAtomically(factsFile(root, id), JSON.stringify(facts));
  // A scan counts from here on.
  await writeAtomically(summaryFile(root, id), JSON.stringify(summary));
  for (const old of (await idsOf(root)).slice(0, -maxScans)) {
    await rm(summaryFile(root, old), { force: true });
    await rm(factsFile(root, old), { force: true });
  }
  return summary;
}

/** Oldest first. */
export async function listScans(root: string): Promise<ScanSummary[]> {
  const found = await Promise.all((await idsOf(root)).map((id) => readJson(summaryFile(root, id), scanSummarySchema)));
  return found.flatMap((summary) => summary ?? []);
}

/** Id of the newest scan; undefined before the first. */
export async function newestScan(root: string): Promise<string | undefined> {
  return (await idsOf(root)).at(-1);
}

/** Facts of a scan, of the newest where none is named. Rejects with `facts.invalid` where there are none. */
export async function readScan(root: string, id: string | undefined): Promise<Facts> {
  const chosen = id ?? (await newestScan(root));
  const facts =
    chosen !== undefined && idPattern.test(chosen) ? await readJson(factsFile(root, chosen), factsSchema) : undefined;
  if (facts === undefined) throw none();
  return facts;
}

/** The facts at hand that plans are made of; undefined before the first scan. */
export function readFacts(root: string): Promise<Facts | undefined> {
  return readJson(join(root, FACTS_FILE), factsSchema);
}

/** Rejects with `facts.invalid` before the first scan. */
export async function requireFacts(root: string): Promise<Facts> {
  const facts = await readFacts(root);
  if (facts === undefined) throw none();
  return facts;
}

function none(): SlipwayError {
  return new SlipwayError('facts.invalid', sentence`The project has no facts of its server yet.`, {
    hint: sentence`Scan the server first.`,
  });
}

async function idsOf(root: string): Promise<string[]> {
  const names = await readdir(join(root, SCANS)).catch(() => []);
  const suffix = '.summary.json';
  const ids = names.filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length));
  return ids.filter((id) => idPattern.test(id)).sort();
}

function factsFile(root: string, id: string): string {
  return join(root, SCANS, `${id}.json`);
}

function summaryFile(root: string, id: string): string {
  return join(root, SCANS, `${id}.summary.json`);
}
