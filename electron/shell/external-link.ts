/**
 * Whether a link may be handed to the person's browser: a web page over TLS, or the front page of a port of this machine,
 * where a container of the last run answers; neither with a name and password in it.
 */
export function isExternalLink(link: string): boolean {
  const url = parse(link);
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || isLocalPort(url);
}

function isLocalPort({ protocol, hostname, pathname, search }: URL): boolean {
  return protocol === 'http:' && hostname === '127.0.0.1' && pathname === '/' && search === '';
}

function parse(link: string): URL | undefined {
  try {
    return new URL(link);
  } catch {
    return undefined;
  }
}
