import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeBridge, networkOptions, removeBridge } from './bridge.ts';
import { engineAnswers } from './existing-engine.ts';
import { asRoot, becomesRoot, type Command, mustRunAsRoot } from './root.ts';
import { run } from './run.ts';
import { findProgram, MachineNotReady } from './tools.ts';

/** A unix socket's path has at most 107 bytes, and the engine puts some of its own below its home. */
const longestHome = 60;
const patience = 60_000;

/** Starts dockerd with everything it writes below `home`, and waits until it answers at `host`. */
export async function startDaemon(home: string, host: string): Promise<void> {
  if (home.length > longestHome)
    throw new MachineNotReady(`${home} is too long for a socket. Set XDG_CACHE_HOME to a shorter path.`);
  if (!(await becomesRoot()))
    throw new MachineNotReady('No Docker engine runs, and starting one needs root or sudo.', 'engine');
  await forgetDeadDaemon(home);
  await makeBridge();
  const log = join(home, 'dockerd.log');
  const daemon = launch(['dockerd', ...daemonOptions(home, host), ...networkOptions], log);
  const deadline = Date.now() + patience;
  while (!(await engineAnswers(host))) {
    if (daemon.exitCode !== null || Date.now() > deadline) {
      await stopDaemon(home);
      throw new MachineNotReady(await whyNot(log));
    }
    await sleep(300);
  }
  daemon.unref();
}

/** Ends the daemon that `home` belongs to, with its containers, and waits until it is gone. */
export async function stopDaemon(home: string): Promise<void> {
  const pid = await daemonPid(home);
  if (pid !== undefined) {
    await mustRunAsRoot(['kill', '-TERM', String(pid)]);
    for (let waited = 0; waited < 300 && (await daemonPid(home)) !== undefined; waited++) await sleep(100);
  }
  await removeBridge();
}

function daemonOptions(home: string, host: string): string[] {
  return [
    ...['--data-root', join(home, 'data'), '--exec-root', join(home, 'exec'), '--pidfile', join(home, 'pid')],
    ...['--host', host, '--group', String(process.getgid?.() ?? 0), '--userland-proxy=true'],
  ];
}

function launch(command: Command, log: string) {
  const [program, ...args] = asRoot(command);
  const output = openSync(log, 'w');
  // A process group of its own: Ctrl-C goes to us, who stop it in order.
  const child = spawn(findProgram(program) ?? program, args, { detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  return child;
}

/** The daemon's process number, if what runs under the recorded number is still a dockerd. */
async function daemonPid(home: string): Promise<number | undefined> {
  const text = (await readFile(join(home, 'pid'), 'utf8').catch(() => '')).trim();
  if (!/^\d+$/.test(text)) return undefined;
  const name = (await readFile(`/proc/${text}/comm`, 'utf8').catch(() => '')).trim();
  return name === 'dockerd' ? Number(text) : undefined;
}

async function forgetDeadDaemon(home: string): Promise<void> {
  if ((await daemonPid(home)) === undefined) await rm(join(home, 'pid'), { force: true });
}

async function whyNot(log: string): Promise<string> {
  const end = (await run('tail', ['-n', '5', log])).stdout.trim();
  return `The Docker engine did not start. The end of ${log}:\n${end}`;
}
