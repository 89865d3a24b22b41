import { type ChildProcess, spawn } from 'node:child_process';
import { Duplex } from 'node:stream';
import guard from './git-guard.sh?raw';

export interface GitProcess {
  child: ChildProcess;
  /** File descriptor 3 of git and its helpers, where it was asked for. */
  channel: Duplex | undefined;
  /** Ends git, and what it has started: its ssh and its HTTP helper wait for a server that says nothing even without it. */
  stop(): void;
  /** Closes what is open between git and us, once it has ended: what it has left running may hold it. */
  leave(): void;
}

/** A project may come from somebody else: looking at it must not run the program that its configuration names. */
const harmless = ['-c', 'core.fsmonitor=false'];

/**
 * Starts the system's git in a folder, as its user set it up, with messages in English. It never asks on the terminal,
 * which belongs to the progress bar, and it does not outlive us: killed as we may be, nothing goes on pushing.
 */
export function startGit(
  directory: string,
  args: readonly string[],
  { asks, environment }: { asks: boolean; environment?: NodeJS.ProcessEnv | undefined },
): GitProcess {
  const command = ['git', ...harmless, ...args];
  // Windows has neither a shell for the guard nor process groups.
  const guarded = process.platform !== 'win32';
  const [program, ...rest] = guarded ? ['/bin/sh', '-c', guard, 'slipway', ...command] : command;
  const child = spawn(program ?? 'git', rest, {
    cwd: directory,
    env: { ...inherited(), ...environment, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe', asks ? 'pipe' : 'ignore', guarded ? 'pipe' : 'ignore'],
    detached: guarded,
  });
  const [stdin, stdout, stderr, ...further] = child.stdio;
  // A pipe beyond the third is a socket, which goes both ways.
  const [channel, lifeline] = further.map((stream) => (stream instanceof Duplex ? stream : undefined));
  // The guard may have gone first.
  lifeline?.on('error', () => undefined).resume();
  child.once('exit', () => lifeline?.end('ended\n'));
  return {
    child,
    channel,
    stop: () => (lifeline === undefined ? child.kill() : lifeline.destroy()),
    leave() {
      for (const stream of [stdin, stdout, stderr, channel]) stream?.destroy();
    },
  };
}

/**
 * What of git's own variables is the user's way to reach a server or to be who they are. The others are withheld: GIT_DIR
 * in a hook's environment would lead git to another repository, an editor would wait for a person.
 */
const KEPT = new Set([
  ...['GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT', 'GIT_ASKPASS', 'SSH_ASKPASS', 'GIT_EXEC_PATH'],
  ...['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'],
  ...['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'GIT_SSL_CERT', 'GIT_SSL_KEY', 'GIT_SSL_NO_VERIFY'],
]);

function inherited(): NodeJS.ProcessEnv {
  const withheld = /^(?:GIT_.*|EDITOR|VISUAL|PAGER|SLIPWAY_ASKPASS)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.has(name) || !withheld.test(name)));
}
