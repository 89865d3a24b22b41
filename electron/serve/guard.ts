import type { IncomingHttpHeaders } from 'node:http';

/**
 * The addresses under which the server is spoken to. Any other Host is a name that somebody else made lead here (DNS
 * rebinding).
 */
export function ownHosts(port: number): string[] {
  return ['127.0.0.1', '[::1]', 'localhost'].map((name) => `${name}:${port}`);
}

/** Why a request is refused before anything else is looked at; undefined where it may go on. */
export function refusal(headers: IncomingHttpHeaders, port: number): string | undefined {
  const { host, origin } = headers;
  if (host === undefined || !ownHosts(port).includes(host)) return 'This address is not one of this server.';
  if (origin !== undefined && origin !== `http://${host}`) return 'Another site asked for this.';
  return undefined;
}

/** The same for a WebSocket, which browsers open across sites without asking, but never without an Origin. */
export function socketRefusal(headers: IncomingHttpHeaders, port: number): string | undefined {
  return headers.origin === undefined ? 'A page has to ask for this.' : refusal(headers, port);
}
