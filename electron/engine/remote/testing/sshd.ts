import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onFreePort } from './free-port.ts';

const sshdBinary = '/usr/sbin/sshd';

export type HostKeyType = 'ed25519' | 'rsa' | 'ecdsa';

export interface SshdOptions {
  /** Where its keys and configuration go. */
  directory: string;
  hostKeys?: HostKeyType[];
  /** Lines of sshd_config, before the defaults: the first one counts. */
  config?: string[];
}

/** A real OpenSSH server of our own on the loopback. */
export interface TestSshd {
  port: number;
  /** A line of known_hosts, by its plain name. */
  knownHost(type?: HostKeyType): string;
  fingerprint(type?: HostKeyType): string;
  /** Kills the processes that serve connections, as a crash or a broken network would. */
  killConnections(): void;
  /** Everything that it logged. */
  log(): string;
  stop(): Promise<void>;
}

export async function startSshd({
  directory,
  hostKeys = ['ed25519', 'rsa', 'ecdsa'],
  config = [],
}: SshdOptions): Promise<TestSshd> {
  mkdirSync(directory, { recursive: true });
  mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const keyFile = (type: HostKeyType) => join(directory, `host_${type}`);
  for (const type of hostKeys) execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-f', keyFile(type)]);
  const file = join(directory, 'sshd_config');
  const { server, port, log } = await onFreePort((free) => {
    const lines = [...config, ...hostKeys.map((type) => `HostKey ${keyFile(type)}`), ...defaults(free)];
    writeFileSync(file, lines.join('\n'));
    return listenAt(free, file);
  });
  const publicKey = (type: HostKeyType) =>
    readFileSync(`${keyFile(type)}.pub`, 'utf8')
      .split(' ')
      .slice(0, 2)
      .join(' ');
  const [first = 'ed25519'] = hostKeys;
  return {
    port,
    log,
    knownHost: (type = first) => `[127.0.0.1]:${port} ${publicKey(type)}\n`,
    fingerprint: (type = first) =>
      execFileSync('ssh-keygen', ['-lf', keyFile(type)], { encoding: 'utf8' }).split(' ')[1] ?? '',
    killConnections() {
      for (const pid of descendants(server.pid ?? 0)) kill(pid);
    },
    async stop() {
      const children = descendants(server.pid ?? 0);
      server.kill('SIGKILL');
      await once(server, 'exit');
      for (const pid of children) kill(pid);
    },
  };
}

function defaults(port: number): string[] {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    'PidFile none',
    'UsePAM yes',
    'StrictModes no',
    'PermitRootLogin no',
    'PasswordAuthentication yes',
    'KbdInteractiveAuthentication no',
    'MaxAuthTries 6',
    'MaxStartups 100',
    'LogLevel VERBOSE',
    '',
  ];
}

/** Nothing where the port is taken. */
function listenAt(port: number, file: string) {
  const server = spawn(sshdBinary, ['-D', '-e', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  return new Promise<{ server: ChildProcess; port: number; log(): string } | undefined>((resolve, reject) => {
    server.once('error', () => reject(new Error('These tests need sshd: apt-get install openssh-server')));
    server.once('close', (code) => {
      if (log.includes('Address already in use')) resolve(undefined);
      else reject(new Error(`sshd ended with ${code}: ${log}`));
    });
    server.stderr.on('data', (chunk) => {
      log += chunk;
      if (log.includes('Server listening')) resolve({ server, port, log: () => log });
    });
  });
}

/** Children of a process, and theirs. */
export function descendants(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
  return [...children, ...children.flatMap(descendants)];
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    // It ended while we looked.
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
