import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureEngine } from '../../scripts/machine/engine.ts';
import { runMain } from '../../scripts/machine/main.ts';
import { mustRun } from '../../scripts/machine/run.ts';
import { step } from '../../scripts/machine/say.ts';
import { ensureTools } from '../../scripts/machine/tools.ts';
import { startServer } from '../lab/start-server.ts';
import { benchApp } from './app/app.ts';
import { printApp } from './app/print.ts';
import { asRoot, type BenchServer } from './bench-server.ts';
import { benchPayload, printPayload } from './payload.ts';
import { benchPortal, printPortal } from './portal.ts';
import { benchScan, printScan } from './scan.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const known = ['app', 'scan', 'payload', 'portal'];

/**
 * `npm run bench [-- app scan payload portal]`: the app beside its targets, and the command line beside what one would
 * use otherwise, on the same server in the same run. Prints medians; judges nothing.
 */
runMain(async (cleanup, signal) => {
  const parts = process.argv.slice(2);
  const unknown = parts.filter((part) => !known.includes(part));
  if (unknown.length > 0)
    throw new Error(`There is no bench of ${unknown.join(', ')}; there are: ${known.join(', ')}.`);
  const wanted = (part: string) => parts.length === 0 || parts.includes(part);
  // Before containers take their part of the machine.
  if (wanted('app')) {
    await step('Building the app', () => mustRun('npm', ['run', 'build:app'], { signal, cwd: root }));
    printApp(await benchApp(cleanup));
  }
  if (!['scan', 'payload', 'portal'].some(wanted)) return 0;

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

  if (wanted('scan')) printScan(await benchScan(await start('pyservice'), scratch));
  if (wanted('payload')) {
    const build = ['vite', 'build', '--config', 'vite.bench.config.ts'];
    await step('Building the payload stream', () => mustRun('npx', build, { signal, cwd: root }));
    printPayload(await benchPayload(await start('cppdaemon'), scratch));
  }
  if (wanted('portal')) printPortal(await benchPortal(await start('portal'), engine.host, scratch));
  return 0;
});
