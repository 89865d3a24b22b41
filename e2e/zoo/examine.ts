import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say, step } from '../../scripts/machine/say.ts';
import { type MigrationResult, type ParityReport, parityReportSchema } from '../../shared/model/result.ts';
import type { LabServer } from '../lab/server.ts';
import { type RunningServer, startServer } from '../lab/start-server.ts';
import { differences, fingerprint } from './fingerprint.ts';
import { judgeResult } from './judge.ts';
import { askServer, judgeContainers } from './judge-containers.ts';
import { type JudgedImages, judgeImages } from './judge-images.ts';
import { productObjects } from './left-behind.ts';
import { migrate } from './migrate.ts';
import { differingPaths } from './same-tree.ts';
import { searchBundle } from './secrets/search-bundle.ts';
import { needlesOf } from './secrets/search-stream.ts';
import type { Subject, ZooContext } from './subject.ts';

export interface Outcome {
  server: string;
  seconds: number;
  result?: MigrationResult;
  /** What could be judged only where there is a bundle. */
  bundle?: JudgedBundle;
  /** Everything that keeps this server from being well migrated; empty is what we want. */
  problems: string[];
}

export interface JudgedBundle {
  parity?: ParityReport;
  /** Bytes over the base image, by workload. */
  overBase: Map<string, number>;
  /** How many of the judge's own questions server and containers answered alike. */
  alike: string;
  problems: string[];
}

/** Starts a server, migrates it, and judges what came out without any help of the product. */
export async function examine(server: LabServer, context: ZooContext): Promise<Outcome> {
  const running = await startServer(server.name, { host: context.host, instance: 'zoo', signal: context.signal });
  try {
    return await examineRunning(server, running, context);
  } finally {
    await running.stop();
  }
}

async function examineRunning(server: LabServer, running: RunningServer, context: ZooContext): Promise<Outcome> {
  const subject = { server, running, context, bundle: join(context.directory, server.name) };
  // A server in use: what a first request makes it load or write is not laid at the product's door.
  const harmless = server.questions.filter((question) => question.writes === undefined);
  await askServer({ ...subject, server: { ...server, questions: harmless } });
  const before = await fingerprint(running);
  const objects = await productObjects(context.host);
  const migration = await step(`Migrating ${server.name}`, () => migrateOnce(subject, subject.bundle));
  const changed = differences(before, await fingerprint(running));
  const made = (await productObjects(context.host)).filter((id) => !objects.includes(id));
  const { result, seconds } = migration;
  const bundle = result === undefined ? undefined : await judgeBundle(subject);
  // Looked at again only now: what another run of the product was just making is gone by then.
  const left = await productObjects(context.host);
  const problems = [
    ...judgeResult(server, migration),
    ...changed.slice(0, 10).map((line) => `the server changed, ${line}`),
    ...made.filter((id) => left.includes(id)).map((id) => `left on the Docker host: ${id}`),
    ...(bundle?.problems ?? []),
  ];
  return { server: server.name, seconds, problems, ...(result && { result }), ...(bundle && { bundle }) };
}

async function judgeBundle(subject: Subject): Promise<JudgedBundle> {
  const { server, bundle, context } = subject;
  const problems: string[] = [];
  const judge = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    say(`▸ ${what} …`);
    try {
      return await work();
    } catch (error) {
      context.signal.throwIfAborted();
      problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  const parity = await judge('Reading parity.json', () => readParity(bundle));
  const found = await judge('Searching the bundle for secrets', () => searchBundle(bundle, needlesOf(server.secrets)));
  const images: JudgedImages | undefined = await judge('Building without Slipway', () => judgeImages(subject));
  // Before the judge asks the server anything: its access log is part of what a migration reads.
  const differing = context.twice ? await judge('Migrating again', () => migrateAgain(subject)) : [];
  const unlike = await judge('Running without Slipway', () => judgeContainers(subject));
  const asked = server.questions.length;
  return {
    ...(parity && { parity }),
    overBase: images?.overBase ?? new Map(),
    alike: unlike === undefined ? '-' : `${asked - unlike.length}/${asked}`,
    problems: [...problems, ...(found ?? []), ...(images?.problems ?? []), ...(unlike ?? []), ...(differing ?? [])],
  };
}

async function readParity(bundle: string): Promise<ParityReport> {
  return parityReportSchema.parse(JSON.parse(await readFile(join(bundle, 'parity.json'), 'utf8')));
}

function migrateOnce({ running, context }: Subject, bundle: string) {
  return migrate(running, context.host, bundle, context.signal);
}

async function migrateAgain(subject: Subject): Promise<string[]> {
  const second = `${subject.bundle}-again`;
  const { result, said } = await migrateOnce(subject, second);
  if (result === undefined) throw new Error(said);
  return (await differingPaths(subject.bundle, second)).map((path) => `the second bundle differs: ${path}`);
}
