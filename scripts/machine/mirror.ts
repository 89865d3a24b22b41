import { run } from './run.ts';

const defaultMirror = 'http://deb.debian.org/debian';
const archive = 'http://archive.debian.org/debian';

/** The Debian mirror to use for a release: SLIPWAY_DEBIAN_MIRROR, else Debian's own, or its archive once retired. */
export async function debianMirror(release: string): Promise<string> {
  const chosen = process.env.SLIPWAY_DEBIAN_MIRROR || defaultMirror;
  return (await answers(`${chosen}/dists/${release}/Release`)) === 'missing' ? archive : chosen;
}

/** apt's proxy as this machine is set up, for the places that do not read its configuration; undefined for none. */
export async function aptProxy(): Promise<string | undefined> {
  const told = await run('apt-config', ['shell', 'PROXY', 'Acquire::http::Proxy']);
  const configured = /^PROXY='([^']+)'$/m.exec(told.stdout)?.[1];
  return configured ?? process.env.http_proxy ?? process.env.HTTP_PROXY;
}

async function answers(url: string): Promise<'there' | 'missing' | 'unknown'> {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    if (response.ok) return 'there';
    return response.status === 404 ? 'missing' : 'unknown';
  } catch {
    // Behind a proxy that only apt knows, fetch cannot tell; apt itself will.
    return 'unknown';
  }
}
