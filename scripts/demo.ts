import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningServer, startServer } from '../e2e/lab/start-server.ts';
import { ensureEngine } from './machine/engine.ts';
import { runMain } from './machine/main.ts';
import { mustRun } from './machine/run.ts';
import { say, step } from './machine/say.ts';
import { ensureTools } from './machine/tools.ts';

const cli = fileURLToPath(new URL('../dist/cli/slipway.js', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

/** `npm run demo`: a legacy server is started, migrated with the real command line, and removed; the bundle stays. */
runMain(async (cleanup, signal) => {
  await ensureTools(['ssh', 'git']);
  const engine = await ensureEngine();
  cleanup.add(() => engine.stop());
  await step('Building the command line', () => mustRun('npm', ['run', 'build:cli'], { signal, cwd: root }));

  const portal = await startServer('portal', { host: engine.host, instance: 'demo', signal });
  cleanup.add(() => portal.stop());
  const bundle = await bundleDirectory();
  const home = await mkdtemp(join(tmpdir(), 'slipway-demo-home-'));
  cleanup.add(() => rm(home, { recursive: true, force: true }));

  say(`\nA legacy server runs at ${portal.user}@${portal.address}, port ${portal.port}. Slipway migrates it:\n`);
  const code = await migrate(portal, engine.host, bundle, home);
  if (code === 0) console.log(farewell(bundle));
  return code;
});

/** A directory that is empty or not there: beside the project where possible. */
async function bundleDirectory(): Promise<string> {
  const beside = resolve('slipway-demo');
  const there = await readdir(beside).catch(() => []);
  return there.length === 0 ? beside : mkdtemp(join(tmpdir(), 'slipway-demo-'));
}

async function migrate(server: RunningServer, host: string, bundle: string, home: string): Promise<number> {
  const target = `ssh://${server.user}@${server.address}:${server.port}`;
  const access = ['--identity', server.identityFile, '--accept-new-host-key'];
  // A home of its own: the demo's server leaves no line in the person's known_hosts. What was cached still serves.
  const env = { ...process.env, HOME: home, XDG_CACHE_HOME: process.env.XDG_CACHE_HOME || join(homedir(), '.cache') };
  const args = [cli, 'migrate', target, ...access, '--docker', host, '-o', bundle];
  const [code] = await once(spawn(process.execPath, args, { env, stdio: 'inherit' }), 'exit');
  return typeof code === 'number' ? code : 1;
}

function farewell(bundle: string): string {
  return `
The sample server is removed; the bundle stays in ${bundle}
  the proof   open ${join(bundle, 'parity.html')} in a browser
  in the app  npm start, then Open… and that folder`;
}
