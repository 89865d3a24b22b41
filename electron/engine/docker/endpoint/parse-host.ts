import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { defaultSocket, type Endpoint, type TlsMaterial } from './endpoint.ts';

const usual = sentence`Use unix:///path, ssh://user@host, tcp://host:port or the name of a Docker context.`;

/** Whether a text is a host's address; anything else is a context's name. */
export function isHostAddress(text: string): boolean {
  return text.includes('://');
}

/**
 * A host address as `DOCKER_HOST` and `--docker` take it. `readTls` is asked for tcp hosts only. Rejects anything else
 * with `docker.context`.
 */
export async function parseHost(
  address: string,
  label: string,
  readTls: () => Promise<TlsMaterial | undefined>,
): Promise<Endpoint> {
  if (address.startsWith('unix://')) return parseUnix(address, label);
  const url = parseUrl(address);
  if (url.protocol === 'ssh:') return parseSsh(url, label);
  if (url.protocol === 'tcp:' || url.protocol === 'http:' || url.protocol === 'https:') {
    return parseTcp(url, label, await readTls());
  }
  throw new SlipwayError('docker.context', sentence`${shown(address)} is not a Docker host that Slipway can use.`, {
    hint: usual,
  });
}

function parseUnix(address: string, label: string): Endpoint {
  const path = address.slice('unix://'.length) || defaultSocket;
  if (!path.startsWith('/')) {
    throw new SlipwayError('docker.context', sentence`${shown(address)} does not name an absolute path.`, {
      hint: sentence`Write three slashes: unix:///var/run/docker.sock.`,
    });
  }
  return { kind: 'unix', label, path };
}

function parseSsh(url: URL, label: string): Endpoint {
  if (url.password !== '') {
    throw new SlipwayError('docker.context', sentence`A password does not belong into the address of a Docker host.`, {
      hint: sentence`Use a key or the SSH agent: ssh://user@host.`,
    });
  }
  const path = decodeURIComponent(url.pathname);
  return {
    kind: 'ssh',
    label,
    host: bareHost(url),
    ...(url.username === '' ? {} : { user: decodeURIComponent(url.username) }),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: path === '' || path === '/' ? defaultSocket : path,
  };
}

function parseTcp(url: URL, label: string, tls: TlsMaterial | undefined): Endpoint {
  const port = url.port === '' ? (tls === undefined ? 2375 : 2376) : Number(url.port);
  return { kind: 'tcp', label, host: bareHost(url), port, tls };
}

function parseUrl(address: string): URL {
  try {
    const url = new URL(address);
    if (url.hostname !== '') return url;
  } catch {
    // Falls through to the same message: the URL parser's own says less.
  }
  throw new SlipwayError('docker.context', sentence`${shown(address)} is not the address of a Docker host.`, {
    hint: usual,
  });
}

/** Node wants an IPv6 address without the brackets that a URL needs. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

/** Addresses come from files and variables: shown without control characters, and without a password. */
function shown(address: string): string {
  return JSON.stringify(address.replace(/\/\/([^/@:]*):[^/@]*@/, '//$1@'));
}
