import { tryDocker } from '../../scripts/machine/docker.ts';
import { buildWorkloads } from './composed.ts';
import { imageSizes } from './image-sizes.ts';
import { searchImage } from './secrets/search-image.ts';
import { needlesOf } from './secrets/search-stream.ts';
import type { Subject } from './subject.ts';

export interface JudgedImages {
  /** Bytes over the base image, by workload. */
  overBase: Map<string, number>;
  problems: string[];
}

/** Builds the workloads with `docker build` alone, weighs the images and searches their layers for planted secrets. */
export async function judgeImages({ server, bundle, context }: Subject): Promise<JudgedImages> {
  const images = await buildWorkloads(context.host, bundle, `slipway-zoo/${server.name}`);
  try {
    const overBase = await imageSizes(context.host, bundle, images);
    const problems: string[] = [];
    for (const [name, image] of images) {
      const found = await searchImage(context.host, image, needlesOf(server.secrets));
      problems.push(...[...found].map((secret) => `${secret} in the image of ${name}`));
    }
    return { overBase, problems };
  } finally {
    await tryDocker(context.host, ['image', 'rm', '--force', ...images.values()]);
  }
}
