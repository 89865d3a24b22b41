import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docker } from '../../scripts/machine/docker.ts';

/** How much larger each image is than the one that its Dockerfile starts from, in bytes. */
export async function imageSizes(
  host: string,
  bundle: string,
  images: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const [name, image] of images) {
    const base = baseOf(await readFile(join(bundle, 'workloads', name, 'Dockerfile'), 'utf8'));
    sizes.set(name, (await sizeOf(host, image)) - (base === 'scratch' ? 0 : await sizeOf(host, base)));
  }
  return sizes;
}

/** The image of the last FROM. */
export function baseOf(dockerfile: string): string {
  const from = [...dockerfile.matchAll(/^FROM\s+(?:--\S+\s+)*(\S+)/gim)].at(-1)?.[1];
  if (from === undefined) throw new Error('A Dockerfile has no FROM.');
  return from;
}

async function sizeOf(host: string, image: string): Promise<number> {
  return Number(await docker(host, ['image', 'inspect', '--format', '{{.Size}}', image]));
}
