import { existsSync } from 'node:fs';
import { bootstrapRootfs } from './debootstrap.ts';
import { docker, tryDocker } from './docker.ts';
import { cacheDirectory } from './places.ts';
import { becomesRoot } from './root.ts';
import { step } from './say.ts';
import { ensureTools, MachineNotReady } from './tools.ts';

const pullTimeout = 60_000;

/** Makes sure that the engine has `debian:RELEASE-slim`: as it is, pulled, or made from Debian's packages. */
export async function ensureBaseImage(host: string, release: string): Promise<string> {
  const image = `debian:${release}-slim`;
  if ((await tryDocker(host, ['image', 'inspect', image])).code === 0) return image;
  const rootfs = await platformCache(host, release);
  if (!existsSync(rootfs)) {
    const refusal = await step(`Pulling ${image}`, () => pull(host, image));
    if (refusal === undefined) return image;
    if (!(await becomesRoot())) throw noBaseImage(image, refusal);
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

/** Why the image cannot be pulled: no registry, no network, a rate limit have the same cure. Undefined where it was. */
async function pull(host: string, image: string): Promise<string | undefined> {
  const { code, stderr } = await tryDocker(host, ['pull', '--quiet', image], { timeout: pullTimeout });
  return code === 0 ? undefined : (stderr.trim().split('\n').at(-1) ?? '');
}

function noBaseImage(image: string, refusal: string): MachineNotReady {
  const advice = `Give the engine access to a registry until docker pull ${image} works, or run this as root or with sudo.`;
  const message = `The Docker engine has no ${image} and cannot get it: ${refusal}\n${advice}`;
  return new MachineNotReady(message, 'base-image', `${image}: ${refusal}`);
}
