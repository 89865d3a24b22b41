import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureCompose } from '../../scripts/machine/compose.ts';
import { ensureEngine } from '../../scripts/machine/engine.ts';
import { runMain } from '../../scripts/machine/main.ts';
import { mustRun } from '../../scripts/machine/run.ts';
import { say, step } from '../../scripts/machine/say.ts';
import { ensureTools } from '../../scripts/machine/tools.ts';
import { serverNamed, servers } from '../lab/servers/index.ts';
import { examine, type Outcome } from './examine.ts';
import { table } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run zoo [-- NAME… --twice --keep]`: migrates the lab's servers with the real command line and judges the outcome. */
runMain(async (cleanup, signal) => {
  const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
  const unknown = flags.filter((flag) => !['--twice', '--keep'].includes(flag));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}. Known: --twice, --keep (the bundles).`);
  const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const chosen = names.length === 0 ? servers : names.map(serverNamed);

  await ensureTools(['ssh', 'git']);
  const engine = await ensureEngine();
  cleanup.add(() => engine.stop());
  const composeEnv = await ensureCompose();
  await step('Building the command line', () => mustRun('npm', ['run', 'build:cli'], { signal, cwd: root }));

  const directory = await mkdtemp(join(tmpdir(), 'slipway-zoo-'));
  if (!flags.includes('--keep')) cleanup.add(() => rm(directory, { recursive: true, force: true }));
  else say(`Bundles are written to ${directory}`);

  const outcomes: Outcome[] = [];
  const context = { host: engine.host, composeEnv, directory, twice: flags.includes('--twice'), signal };
  for (const server of chosen) outcomes.push(await examine(server, context));

  console.log(`\n${table(outcomes)}\n`);
  const problems = outcomes.flatMap((outcome) => outcome.problems.map((problem) => `${outcome.server}: ${problem}`));
  for (const problem of problems) console.log(`✗ ${problem}`);
  return problems.length === 0 ? 0 : 1;
});
