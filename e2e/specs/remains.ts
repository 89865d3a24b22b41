import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { docker } from '../../scripts/machine/docker.ts';

const objects = {
  containers: ['ps', '--all', '--quiet', '--filter', 'label=slipway'],
  networks: ['network', 'ls', '--quiet', '--filter', 'label=slipway'],
  volumes: ['volume', 'ls', '--quiet', '--filter', 'label=slipway'],
  images: ['images', '--quiet', '--no-trunc', '--filter', 'label=slipway'],
} as const;

/** Everything of ours on a Docker host, and the files in the places where a run may work. */
export async function remains(host: string, directory: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [kind, args] of Object.entries(objects)) {
    found[kind] = (await docker(host, args)).split('\n').filter(Boolean).sort();
  }
  found.files = (await readdir(directory)).sort();
  found.temporary = (await readdir(tmpdir())).filter((name) => name.includes('slipway')).sort();
  return found;
}
