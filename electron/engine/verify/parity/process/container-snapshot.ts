import type { DockerContainer } from '../../../docker/docker-host.ts';
import script from './container-snapshot.sh?raw';

export interface ContainerProcess {
  pid: number;
  ppid: number;
  /** Effective. */
  uid: number;
  argv: string[];
  exe: string | undefined;
  cwd: string | undefined;
  umask: string | undefined;
  /** Undefined where it may not be read. */
  environment: { name: string; value: string }[] | undefined;
  /** Soft limit of open files, as /proc writes it. */
  openFiles: string | undefined;
}

export interface ContainerSnapshot {
  /** The container's own, without the program that looked. */
  processes: ContainerProcess[];
  /** Of the network namespace, which the pod shares. */
  listening: { address: string; port: number }[];
  unixSockets: string[];
  /** `+0100`, `+0200`: what winter and summer are ahead of UTC; empty where the image has no `date`. */
  offsets: string[];
}

/** Looks at the container from inside; undefined where its image has no shell. */
export async function takeSnapshot(container: DockerContainer): Promise<ContainerSnapshot | undefined> {
  const result = await container.exec(['sh', '-c', script]);
  return result === undefined ? undefined : parseSnapshot(result.output);
}

/** Reads the script's lines. What comes from a container is not trusted: unknown or broken lines are passed over. */
export function parseSnapshot(output: string): ContainerSnapshot {
  const processes: ContainerProcess[] = [];
  const snapshot: ContainerSnapshot = { processes: [], listening: [], unixSockets: [], offsets: [] };
  for (const line of output.split(/\r?\n/)) {
    const [, key = '', value = ''] = /^(\w+) (.*)$/s.exec(line) ?? [];
    const current = processes.at(-1);
    if (key === 'process') processes.push(blankProcess(Number(value)));
    else if (key === 'listen') snapshot.listening.push(...parseSocket(value));
    else if (key === 'unix') snapshot.unixSockets.push(value);
    else if (key === 'offset' && /^[+-]\d{4}$/.test(value)) snapshot.offsets.push(value);
    else if (current !== undefined) addFact(current, key, value);
  }
  return { ...snapshot, processes: treeOf(1, processes) };
}

function blankProcess(pid: number): ContainerProcess {
  const unknown = { exe: undefined, cwd: undefined, umask: undefined, environment: undefined, openFiles: undefined };
  return { pid, ppid: 0, uid: 0, argv: [], ...unknown };
}

function addFact(process: ContainerProcess, key: string, value: string): void {
  const parts = () =>
    value
      .replaceAll('\u0002', '\n')
      .split('\u0001')
      .filter((part) => part !== '');
  if (key === 'ppid') process.ppid = Number(value);
  else if (key === 'uid') process.uid = Number(value.split(/\s+/)[1]);
  else if (key === 'argv') process.argv = parts();
  else if (key === 'exe') process.exe = value;
  else if (key === 'cwd') process.cwd = value;
  else if (key === 'umask') process.umask = value;
  else if (key === 'files') process.openFiles = value;
  else if (key === 'environment') process.environment = parts().map(splitVariable);
}

function splitVariable(text: string): { name: string; value: string } {
  const at = text.indexOf('=');
  return at < 0 ? { name: text, value: '' } : { name: text.slice(0, at), value: text.slice(at + 1) };
}

/** An address of /proc/net/tcp: hexadecimal, each 32-bit word in the byte order of the machine (little endian). */
function parseSocket(text: string): { address: string; port: number }[] {
  const [, address = '', port = ''] = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/.exec(text) ?? [];
  if (port === '') return [];
  return [{ address: decodeAddress(address), port: Number.parseInt(port, 16) }];
}

function decodeAddress(hex: string): string {
  if (/^0+$/.test(hex)) return hex.length === 8 ? '0.0.0.0' : '::';
  if (hex === '00000000000000000000000001000000') return '::1';
  const last = hex.slice(-8).match(/../g) ?? [];
  return hex.length === 8
    ? last
        .reverse()
        .map((byte) => Number.parseInt(byte, 16))
        .join('.')
    : hex.toLowerCase();
}

/** A process and all below it. */
function treeOf(root: number, processes: readonly ContainerProcess[]): ContainerProcess[] {
  const own = processes.filter((process) => process.pid === root);
  const below = processes.filter((process) => process.ppid === root && process.pid !== root);
  return [...own, ...below.flatMap((process) => treeOf(process.pid, processes))];
}
