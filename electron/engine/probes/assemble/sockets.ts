import type { Connection, Listener, Process } from '../../../../shared/model/facts.ts';
import type { Socket } from '../sockets/parse.ts';

type Inet = Extract<Socket, { kind: 'inet' }>;
type Unix = Extract<Socket, { kind: 'unix' }>;

const established = 1;
const listening = 10;
/** A UDP socket that receives from anybody is unconnected, which the kernel calls closed. */
const closed = 7;

/** Joins the kernel's sockets with the processes that hold them open. */
export function joinSockets(
  sockets: readonly Socket[],
  processes: readonly Process[],
): { listeners: Listener[]; connections: Connection[] } {
  const holders = holdersByInode(processes);
  const pids = (inode: number) => holders.get(inode) ?? [];
  const inet = sockets.filter((socket): socket is Inet => socket.kind === 'inet');
  const unix = sockets.filter((socket): socket is Unix => socket.kind === 'unix');
  const tcpListeners = inet.filter((socket) => socket.protocol === 'tcp' && socket.state === listening);
  const udpListeners = inet.filter(
    (socket) => socket.protocol === 'udp' && socket.state === closed && socket.local.port !== 0,
  );
  const ports = new Set(tcpListeners.map((socket) => socket.local.port));
  return {
    listeners: mergeListeners([
      ...[...tcpListeners, ...udpListeners].map((socket) => inetListener(socket, pids(socket.inode))),
      ...unix.filter((socket) => socket.listening).map((socket) => unixListener(socket, pids(socket.inode))),
    ]),
    connections: [
      ...inet
        .filter((socket) => socket.protocol === 'tcp' && socket.state === established)
        .map((socket) => inetConnection(socket, pids(socket.inode), !ports.has(socket.local.port))),
      ...unix
        .filter((socket) => socket.connected && !socket.listening && socket.path !== '')
        .map((socket) => unixConnection(socket, pids(socket.inode))),
    ],
  };
}

function holdersByInode(processes: readonly Process[]): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (const process of processes) {
    for (const file of process.openFiles) {
      const inode = Number(/^socket:\[(\d+)\]$/.exec(file.path)?.[1] ?? 0);
      if (inode === 0) continue;
      const pids = holders.get(inode) ?? [];
      if (!pids.includes(process.pid)) pids.push(process.pid);
      holders.set(inode, pids);
    }
  }
  return holders;
}

function inetListener(socket: Inet, pids: number[]): Listener {
  return { protocol: socket.protocol, address: socket.local.address, port: socket.local.port, path: '', pids };
}

function unixListener(socket: Unix, pids: number[]): Listener {
  return { protocol: 'unix', address: '', port: 0, path: finalName(socket.path), pids };
}

/**
 * A socket that replaces another without a gap is bound as `NAME.PID.tmp` and then renamed (HAProxy); the kernel goes on
 * telling the name of the beginning, by which nobody reaches it.
 */
export function finalName(path: string): string {
  return path.replace(/\.\d+\.tmp$/, '');
}

/** SO_REUSEPORT gives one socket a worker: to us they are one listener. */
function mergeListeners(listeners: readonly Listener[]): Listener[] {
  const merged = new Map<string, Listener>();
  for (const listener of listeners) {
    const key = [listener.protocol, listener.address, listener.port, listener.path].join('\0');
    const pids = [...new Set([...(merged.get(key)?.pids ?? []), ...listener.pids])].sort((a, b) => a - b);
    merged.set(key, { ...listener, pids });
  }
  return [...merged.values()];
}

function inetConnection(socket: Inet, pids: number[], outward: boolean): Connection {
  return {
    protocol: 'tcp',
    localAddress: socket.local.address,
    localPort: socket.local.port,
    remoteAddress: socket.remote.address,
    remotePort: socket.remote.port,
    path: '',
    pids,
    outward,
  };
}

/** The accepted side of a unix connection carries the listener's path; the calling side has none. */
function unixConnection(socket: Unix, pids: number[]): Connection {
  return {
    protocol: 'unix',
    localAddress: '',
    localPort: 0,
    remoteAddress: '',
    remotePort: 0,
    path: socket.path,
    pids,
    outward: false,
  };
}
