import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './server.ts';
import type { RunningServer } from './start-server.ts';

const patience = 60_000;

export interface Tunnel {
  /** Where a port of the server is reached. */
  place(port: number): Place;
  close(): Promise<void>;
}

/** The arguments of OpenSSH's client for a server of the lab, without a look at the user's own configuration. */
export function sshArguments(server: RunningServer, user = server.user): string[] {
  const options = ['BatchMode=yes', 'IdentitiesOnly=yes', 'StrictHostKeyChecking=yes', 'LogLevel=ERROR'];
  return [
    ...['-F', '/dev/null', '-i', server.identityFile, '-o', `UserKnownHostsFile=${server.knownHostsFile}`],
    ...options.flatMap((option) => ['-o', option]),
    ...['-p', String(server.port), `${user}@${server.address}`],
  ];
}

/** Forwards ports of the server's loopback with OpenSSH's own client. */
export async function openTunnel(server: RunningServer, ports: readonly number[]): Promise<Tunnel> {
  const local = new Map<number, number>();
  for (const port of ports) local.set(port, await freePort());
  const forwards = [...local].flatMap(([port, here]) => ['-L', `127.0.0.1:${here}:127.0.0.1:${port}`]);
  const child = spawn('ssh', ['-N', '-o', 'ExitOnForwardFailure=yes', ...forwards, ...sshArguments(server)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  try {
    for (const port of local.values()) await untilListening(port);
  } catch (error) {
    await close();
    throw error;
  }
  return { place: (port) => ({ host: '127.0.0.1', port: known(local, port) }), close };
}

function known(ports: ReadonlyMap<number, number>, port: number): number {
  const here = ports.get(port);
  if (here === undefined) throw new Error(`Port ${port} is not forwarded.`);
  return here;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}

async function untilListening(port: number): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await accepts(port))) {
    if (Date.now() > deadline) throw new Error(`ssh opened no tunnel within ${patience / 1000} s.`);
    await sleep(100);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
