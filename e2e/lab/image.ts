import { fileURLToPath } from 'node:url';
import { docker } from '../../scripts/machine/docker.ts';
import { aptProxy, debianMirror } from '../../scripts/machine/mirror.ts';
import type { LabServer } from './server.ts';

export const label = 'slipway-lab';

/** Builds a server's image, upon the layers that all servers of its release share. Docker's layer cache does the rest. */
export async function buildImage(host: string, server: LabServer, signal?: AbortSignal): Promise<string> {
  const args = await buildArguments(server.release);
  const image = `slipway-lab/${server.name}`;
  await build(host, 'images/server', `slipway-lab/server:${server.release}`, args, signal);
  await build(host, `servers/${server.name}`, image, args, signal);
  return image;
}

export async function buildArguments(release: string): Promise<string[]> {
  const proxy = await aptProxy();
  const mirror = await debianMirror(release);
  const values = { RELEASE: release, ...(mirror && { MIRROR: mirror }), ...(proxy && { http_proxy: proxy }) };
  return Object.entries(values).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
}

async function build(
  host: string,
  folder: string,
  tag: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const context = fileURLToPath(new URL(folder, import.meta.url));
  // The host's network: a proxy or name server that listens on this machine's loopback is then reached too.
  const options = ['--quiet', '--network', 'host', '--label', label, '--force-rm', '--tag', tag];
  await docker(host, ['build', ...options, ...args, context], signal === undefined ? {} : { signal });
}
