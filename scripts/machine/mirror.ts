import { run } from './run.ts';

/** One line a package list that apt has fetched, see apt-get(8) under indextargets. */
const targetFormat = ['--format', '$(ORIGIN)|$(LABEL)|$(REPO_URI)', 'Created-By: Packages'];

/**
 * The Debian mirror to use for a release: SLIPWAY_DEBIAN_MIRROR, else the one that this machine's own apt uses.
 * Undefined where it uses none or one that no longer has the release: then whoever asks has a default of its own.
 */
export async function debianMirror(release: string): Promise<string | undefined> {
  const chosen = process.env.SLIPWAY_DEBIAN_MIRROR;
  if (chosen) return chosen;
  const mirror = mirrorIn((await run('apt-get', ['indextargets', ...targetFormat])).stdout);
  return mirror !== undefined && (await answers(`${mirror}/dists/${release}/Release`)) === 'missing'
    ? undefined
    : mirror;
}

/**
 * Debian's own mirror among what apt lists; neither that of security updates nor another distribution's. Only by http:
 * the images that are built from it lack the certificates for more, and apt checks signatures anyway.
 */
export function mirrorIn(targets: string): string | undefined {
  return targets.split('\n').flatMap((line) => /^Debian\|Debian\|(http:\/\/.+?)\/*$/.exec(line)?.[1] ?? [])[0];
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
