import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tryDocker } from '../../scripts/machine/docker.ts';
import { say, step } from '../../scripts/machine/say.ts';
import { type MigrationResult, type ParityReport, parityReportSchema } from '../../shared/model/result.ts';
import { type Answer, askAll } from '../lab/ask/ask-all.ts';
import type { LabServer } from '../lab/server.ts';
import { type RunningServer, startServer } from '../lab/start-server.ts';
import { openTunnel } from '../lab/tunnel.ts';
import { buildWorkloads, composeUp } from './composed.ts';
import { differences, fingerprint } from './fingerprint.ts';
import { imageSizes } from './image-sizes.ts';
import { judgeAnswers, judgeResult } from './judge.ts';
import { type Migration, migrate } from './migrate.ts';
import { differingPaths } from './same-tree.ts';
import { searchBundle } from './secrets/search-bundle.ts';
import { searchImage } from './secrets/search-image.ts';
import { needlesOf } from './secrets/search-stream.ts';

export interface ZooContext {
  host: string;
  composeEnv: Record<string, string>;
  /** Bundles are written below it. */
  directory: string;
  twice: boolean;
  signal: AbortSignal;
}

export interface Outcome {
  server: string;
  seconds: number;
  result?: MigrationResult;
  parity?: ParityReport;
  /** Bytes over the base image, by workload. */
  overBase: Map<string, number>;
  /** How many of the judge's own questions server and containers answered alike. */
  alike: string;
  /** Everything that keeps this server from being well migrated; empty is what we want. */
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
  const bundle = join(context.directory, server.name);
  const before = await fingerprint(running);
  const objects = await labelled(context.host);
  const migration = await step(`Migrating ${server.name}`, () =>
    migrate(running, context.host, bundle, context.signal),
  );
  const changed = differences(before, await fingerprint(running));
  const outcome: Outcome = {
    ...{ server: server.name, seconds: migration.seconds, overBase: new Map(), alike: '-' },
    problems: [...judgeResult(server, migration), ...changed.slice(0, 10).map((line) => `the server changed, ${line}`)],
  };
  const made = (await labelled(context.host)).filter((id) => !objects.includes(id));
  if (migration.result !== undefined) await judgeBundle(server, running, bundle, migration.result, context, outcome);
  // Looked at again only now: what another run of the product was just making is gone by then.
  const left = await labelled(context.host);
  outcome.problems.push(...made.filter((id) => left.includes(id)).map((id) => `left on the Docker host: ${id}`));
  return outcome;
}

async function judgeBundle(
  server: LabServer,
  running: RunningServer,
  bundle: string,
  result: MigrationResult,
  context: ZooContext,
  outcome: Outcome,
): Promise<void> {
  outcome.result = result;
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    say(`▸ ${what} …`);
    await work().catch((error: Error) => outcome.problems.push(`${what}: ${error.message}`));
  };
  await attempt('reading parity.json', async () => {
    outcome.parity = parityReportSchema.parse(JSON.parse(await readFile(join(bundle, 'parity.json'), 'utf8')));
  });
  await attempt('searching the bundle for secrets', async () => {
    outcome.problems.push(...(await searchBundle(bundle, needlesOf(server.secrets))));
  });
  await attempt('building without Slipway', () => judgeImages(server, bundle, context, outcome));
  await attempt('running without Slipway', () => judgeContainers(server, running, bundle, context, outcome));
  if (context.twice) await attempt('migrating again', () => judgeAgain(running, bundle, context, outcome));
}

async function judgeImages(server: LabServer, bundle: string, context: ZooContext, outcome: Outcome): Promise<void> {
  const images = await buildWorkloads(context.host, bundle, `slipway-zoo/${server.name}`);
  try {
    outcome.overBase = await imageSizes(context.host, bundle, images);
    for (const [name, image] of images) {
      const found = await searchImage(context.host, image, needlesOf(server.secrets));
      outcome.problems.push(...[...found].map((secret) => `${secret} in the image of ${name}`));
    }
  } finally {
    await tryDocker(context.host, ['image', 'rm', '--force', ...images.values()]);
  }
}

async function judgeContainers(
  server: LabServer,
  running: RunningServer,
  bundle: string,
  context: ZooContext,
  outcome: Outcome,
): Promise<void> {
  const composed = await composeUp(context.host, bundle, `slipway-zoo-${server.name}`, context.composeEnv);
  try {
    const fromServer = await askServer(server, running);
    const fromContainers = await askAll(server.questions, composed.place);
    const problems = judgeAnswers(fromServer, fromContainers);
    outcome.alike = `${server.questions.length - problems.length}/${server.questions.length}`;
    outcome.problems.push(...problems);
    if (problems.length > 0) say(await composed.logs());
  } finally {
    await composed.down();
  }
}

async function askServer(server: LabServer, running: RunningServer): Promise<Answer[]> {
  const tunnel = await openTunnel(running, server.ports);
  return askAll(server.questions, tunnel.place).finally(() => tunnel.close());
}

async function judgeAgain(
  running: RunningServer,
  bundle: string,
  context: ZooContext,
  outcome: Outcome,
): Promise<void> {
  const again: Migration = await migrate(running, context.host, `${bundle}-again`, context.signal);
  if (again.result === undefined) throw new Error(again.said);
  const paths = await differingPaths(bundle, `${bundle}-again`);
  outcome.problems.push(...paths.map((path) => `the second bundle differs: ${path}`));
}

/** Everything of the product's on the Docker host that is not meant to stay. */
async function labelled(host: string): Promise<string[]> {
  const filter = ['--quiet', '--filter', 'label=slipway'];
  const lists = [
    ['ps', '--all', ...filter],
    ['network', 'ls', ...filter],
    ['volume', 'ls', ...filter],
  ];
  const told = await Promise.all(lists.map((args) => tryDocker(host, args)));
  return told.flatMap((list) => list.stdout.split('\n')).filter((id) => id !== '');
}
