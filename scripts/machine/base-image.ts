import { existsSync } from 'node:fs';
import { bootstrapRootfs } from './debootstrap.ts';
import { docker, tryDocker } from './docker.ts';
import { cacheDirectory } from './places.ts';
import { step } from './say.ts';
import { ensureTools } from './tools.ts';

const pullTimeout = 60_000;

/** Makes sure that the engine has `debian:RELEASE-slim`: as it is, pulled, or made from Debian's packages. */
export async function ensureBaseImage(host: string, release: string): Promise<string> {
  const image = `debian:${release}-slim`;
  if ((await tryDocker(host, ['image', 'inspect', image])).code === 0) return image;
  const rootfs = await platformCache(host, release);
  if (!existsSync(rootfs) && (await pull(host, image))) return image;
  if (!existsSync(rootfs)) {
    await ensureTools(['debootstrap']);
    await step(`Making ${image} from Debian's packages`, () => bootstrapRootfs(release, rootfs));
  }
  await step(`Importing ${image}`, () => docker(host, ['import', '--change', 'CMD ["bash"]', rootfs, image]));
  return image;
}

async function platformCache(host: string, release: string): Promise<string> {
  const architecture = await docker(host, ['info', '--format', '{{.Architecture}}']);
  return cacheDirectory('base', `debian-${release}-slim-${architecture}.tar.gz`);
}

async function pull(host: string, image: string): Promise<boolean> {
  // Anything but success — no registry, no network, a rate limit — has the same cure.
  return (await tryDocker(host, ['pull', '--quiet', image], { timeout: pullTimeout })).code === 0;
}
