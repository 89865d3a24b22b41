import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureEngine } from '../../scripts/machine/engine.ts';
import { runMain } from '../../scripts/machine/main.ts';
import { mustRun } from '../../scripts/machine/run.ts';
import { step } from '../../scripts/machine/say.ts';
import { ensureTools } from '../../scripts/machine/tools.ts';
import { buildArguments } from '../lab/image.ts';
import { type RunningServer, startServer } from '../lab/start-server.ts';
import { median } from './measure.ts';
import { benchPayload } from './payload.ts';
import { type BenchServer, benchScan } from './scan.ts';
import { measureSizes } from './size.ts';
import { type StepTimes, timeSteps } from './steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const endToEndRuns = 5;

/**
 * `npm run bench [-- scan payload portal]`: Slipway beside what one would use otherwise, on the same server in the same
 * run. Prints medians; judges nothing.
 */
runMain(async (cleanup, signal) => {
  const parts = process.argv.slice(2);
  const wanted = (part: string) => parts.length === 0 || parts.includes(part);
  await ensureTools(['ssh', 'git', 'ansible']);
  const engine = await ensureEngine();
  cleanup.add(() => engine.stop());
  await step('Building the command line', () => mustRun('npm', ['run', 'build:cli'], { signal, cwd: root }));
  const scratch = await mkdtemp(join(tmpdir(), 'slipway-bench-'));
  cleanup.add(() => rm(scratch, { recursive: true, force: true }));
  const start = async (name: string): Promise<BenchServer> => {
    const server = await startServer(name, { host: engine.host, instance: 'bench', signal });
    cleanup.add(() => server.stop());
    return asRoot(server);
  };

  if (wanted('scan')) await printScan(await start('pyservice'), scratch);
  if (wanted('payload')) {
    const build = ['vite', 'build', '--config', 'vite.bench.config.ts'];
    await step('Building the payload stream', () => mustRun('npx', build, { signal, cwd: root }));
    await printPayload(await start('cppdaemon'), scratch);
  }
  if (wanted('portal')) await printPortal(await start('portal'), engine.host, scratch);
  return 0;
});

/** Ansible and tar need no more than Slipway gets: both log in as root. */
function asRoot(server: RunningServer): BenchServer {
  const { port, identityFile, knownHostsFile } = server;
  return { target: `ssh://root@127.0.0.1:${port}`, user: 'root', port, identityFile, knownHostsFile };
}

async function printScan(server: BenchServer, scratch: string): Promise<void> {
  const { ours, theirs, ratio } = await benchScan(server, scratch);
  console.log('\nScan, medians of 5');
  console.log(`  slipway scan                                 ${ours.toFixed(2)} s`);
  console.log(`  ansible: facts, package_facts, service_facts ${theirs.toFixed(2)} s`);
  console.log(`  ${ratio.toFixed(1)} times as fast (median of the pairs' ratios; target 5)`);
}

async function printPayload(server: BenchServer, scratch: string): Promise<void> {
  const { ours, theirs, ratio, bytes, peakBytes } = await benchPayload(server, scratch);
  const speed = (seconds: number) => `${(bytes / seconds / 1e6).toFixed(0)} MB/s`;
  console.log(`\nPayload of ${(bytes / 1e9).toFixed(2)} GB, medians of 5`);
  console.log(`  slipway          ${speed(ours)}, peak memory ${(peakBytes / 1e6).toFixed(0)} MB (target below 200)`);
  console.log(`  ssh tar | cat    ${speed(theirs)}`);
  console.log(`  ${ratio.toFixed(2)} of its speed (median of the pairs' ratios; target 0.9)`);
}

async function printPortal(server: BenchServer, host: string, scratch: string): Promise<void> {
  const bundle = join(scratch, 'portal');
  const connect = ['--identity', server.identityFile, '--accept-new-host-key', '--docker', host, '-o', bundle];
  const times: StepTimes[] = [];
  for (let index = 0; index < endToEndRuns; index += 1) {
    await rm(bundle, { recursive: true, force: true });
    times.push(await timeSteps(['migrate', server.target, ...connect]));
  }
  const total = median(times.map((time) => time.total));
  console.log(`\nPortal, end to end: ${total.toFixed(1)} s, median of ${endToEndRuns}`);
  for (const name of times[0]?.steps.keys() ?? []) {
    const seconds = median(times.map((time) => time.steps.get(name) ?? 0));
    console.log(`  ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s  ${Math.round((100 * seconds) / total)} %`);
  }
  const sizes = await measureSizes(host, server, bundle, ['--network', 'host', ...(await buildArguments('bookworm'))]);
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log('\nImage size, over the base image');
  console.log(`  slipway                        ${megabytes(sizes.image - sizes.base)}`);
  console.log(`  apt-get install, same packages ${megabytes(sizes.installed - sizes.base)}`);
  console.log(`  the whole disk as a tar        ${megabytes(sizes.disk)}`);
  console.log(
    `  ${(100 * (1 - (sizes.image - sizes.base) / sizes.disk)).toFixed(1)} % smaller than the disk (target 92)`,
  );
}
