import { ownValue } from '../../../../shared/text/own-value.ts';
import type { Peer } from './part.ts';
import { isPlainPath } from './plain-text.ts';

const defaultPorts: Record<string, number> = {
  http: 80,
  https: 443,
  ws: 80,
  fcgi: 9000,
  ajp: 8009,
  uwsgi: 3031,
  scgi: 4000,
  redis: 6379,
};

/**
 * A service address as configurations write it: `http://127.0.0.1:8080`, `unix:/run/x.sock`, `unix:/run/x.sock|fcgi://localhost`,
 * `127.0.0.1:9000`, `/run/x.sock`. Undefined for what is none, such as a name with a variable in it.
 */
export function parsePeerUrl(written: string): Peer['to'] | undefined {
  const path = /^(?:\w+:\/\/)?unix:(?:\/\/)?(\/[^|:]+)/.exec(written)?.[1] ?? /^(\/[^|:]+)$/.exec(written)?.[1];
  if (path !== undefined) return isPlainPath(path) ? { kind: 'unix', path } : undefined;
  const match = /^(?:(\w+):\/\/)?(?:[^@/]*@)?(\[[0-9A-Fa-f:]+\]|[\w.-]+)(?::(\d+))?(?:\/.*)?$/.exec(written);
  const port = Number(match?.[3] ?? ownValue(defaultPorts, match?.[1] ?? '') ?? Number.NaN);
  const host = match?.[2]?.replace(/^\[(.*)\]$/, '$1');
  return host === undefined || !(port > 0 && port < 65536) ? undefined : { kind: 'tcp', host, port };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '::ffff:127.0.0.1' || /^127\./.test(host);
}
