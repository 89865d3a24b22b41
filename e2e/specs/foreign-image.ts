import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { docker } from '../../scripts/machine/docker.ts';

/** Loads an empty image for another architecture; `docker import --platform` of older engines ignores what it is told. */
export async function loadImageFor(host: string, architecture: string, tag: string): Promise<void> {
  const layer = await tarOf({});
  const config = JSON.stringify({
    ...{ architecture, os: 'linux', config: {}, history: [{ created: '2024-01-01T00:00:00Z' }] },
    rootfs: { type: 'layers', diff_ids: [`sha256:${createHash('sha256').update(layer).digest('hex')}`] },
  });
  const manifest = JSON.stringify([{ Config: 'config.json', RepoTags: [tag], Layers: ['layer.tar'] }]);
  const archive = await tarOf({ 'config.json': config, 'manifest.json': manifest, 'layer.tar': layer });
  await docker(host, ['load'], { input: archive });
}

async function tarOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, content);
  tar.finalize();
  return await buffer(tar);
}
