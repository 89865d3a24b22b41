import type { Parsed, Sections } from '../probe.ts';
import { foundGap } from '../wire/gaps.ts';
import { fileText, integer, sectionFiles } from '../wire/read.ts';
import { readAddress } from './address.ts';

/** A socket as the kernel's tables list it. Processes are joined by inode in `assemble/sockets.ts`. */
export type Socket =
  | { kind: 'inet'; protocol: 'tcp' | 'udp'; local: Endpoint; remote: Endpoint; state: number; inode: number }
  | { kind: 'unix'; path: string; listening: boolean; connected: boolean; inode: number };

export interface Endpoint {
  address: string;
  port: number;
}

/** /proc/net/{tcp,tcp6,udp,udp6,unix}. See proc_net(5). */
export function parseSockets(sections: Sections): Parsed<Socket[]> {
  const files = sectionFiles(sections);
  const table = (name: string) => fileText(files, `/proc/net/${name}`).split('\n').slice(1);
  const inet = (['tcp', 'tcp6', 'udp', 'udp6'] as const).flatMap((name) =>
    table(name).flatMap((line) => readInet(name.startsWith('tcp') ? 'tcp' : 'udp', line) ?? []),
  );
  const unix = table('unix').flatMap((line) => readUnix(line) ?? []);
  const forged = twice(unix.map((socket) => socket.inode));
  return {
    value: [...inet, ...unix.filter((socket) => !forged.has(socket.inode))],
    gaps: [...forged].map((inode) => foundGap('sockets', `/proc/net/unix inode ${inode}`, 'unparsable')),
  };
}

function readInet(protocol: 'tcp' | 'udp', line: string): Socket | undefined {
  const [, local, remote, state, , , , , , inode] = line.trim().split(/\s+/);
  if (inode === undefined) return undefined;
  return {
    kind: 'inet',
    protocol,
    local: readEndpoint(local),
    remote: readEndpoint(remote),
    state: Number.parseInt(state ?? '', 16),
    inode: integer(inode),
  };
}

function readEndpoint(text = ''): Endpoint {
  const [address = '', port = ''] = text.split(':');
  return { address: readAddress(address), port: Number.parseInt(port, 16) || 0 };
}

/**
 * Flag 0x10000 is __SO_ACCEPTCON: it listens. State 3 is SS_CONNECTED. Types 1 and 5 (stream, seqpacket) have
 * connections; datagram sockets, such as syslog's, are left out.
 */
function readUnix(line: string): Socket | undefined {
  const match = /^[0-9a-fA-F]+: [0-9A-F]{8} [0-9A-F]{8} ([0-9A-F]{8}) 000[15] ([0-9A-F]{2}) +(\d+)(?: (.*))?$/.exec(
    line,
  );
  if (match === null) return undefined;
  const [, flags = '', state = '', inode, path = ''] = match;
  return {
    kind: 'unix',
    path,
    listening: (Number.parseInt(flags, 16) & 0x10000) !== 0,
    connected: Number.parseInt(state, 16) === 3,
    inode: integer(inode),
  };
}

/**
 * A path with a newline in it can forge a line of /proc/net/unix; the kernel itself never lists an inode twice, so what
 * stands there twice is not believed.
 */
function twice(inodes: readonly number[]): Set<number> {
  const seen = new Set<number>();
  const again = new Set<number>();
  for (const inode of inodes) (seen.has(inode) ? again : seen).add(inode);
  return again;
}
