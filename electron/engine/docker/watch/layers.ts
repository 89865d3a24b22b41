import type Docker from 'dockerode';
import { z } from 'zod';
import type { ImageLayer } from '../../../../shared/model/containers.ts';
import { oneLine, statusOf } from '../api/docker-errors.ts';

const historySchema = z.array(z.object({ Created: z.number(), CreatedBy: z.string(), Size: z.number() }));
type Step = z.infer<typeof historySchema>[number];

/** See {@link ContainerSource.layers}. A base that is no longer on the host cannot be told apart. */
export async function readLayers(docker: Docker, image: string, base: string | undefined): Promise<ImageLayer[]> {
  const steps = (await history(docker, image)) ?? [];
  const below = base === undefined ? undefined : await history(docker, base);
  return foldBase(steps, base ?? '', below ?? []);
}

/** From the bottom up; undefined where the host has no such image. */
async function history(docker: Docker, image: string): Promise<Step[] | undefined> {
  try {
    return historySchema.parse(await docker.getImage(image).history()).reverse();
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** Layers out of the steps of an image and of its base, both from the bottom up. Steps that add no bytes are left out. */
export function foldBase(steps: Step[], base: string, below: Step[]): ImageLayer[] {
  const isBelow = below.length > 0 && below.every((step, index) => isSame(step, steps[index]));
  const own = isBelow ? steps.slice(below.length) : steps;
  const layers = own.map(({ CreatedBy, Size }) => ({
    createdBy: instructionOf(CreatedBy),
    sizeBytes: Size,
    base: false,
  }));
  const folded = { createdBy: base, sizeBytes: below.reduce((sum, { Size }) => sum + Size, 0), base: true };
  return [...(isBelow ? [folded] : []), ...layers.filter(({ sizeBytes }) => sizeBytes > 0)];
}

function isSame(one: Step, other: Step | undefined): boolean {
  return one.CreatedBy === other?.CreatedBy && one.Created === other.Created && one.Size === other.Size;
}

/** The Dockerfile's instruction, as far as the builder kept it: the classic one writes shell, BuildKit adds a remark. */
export function instructionOf(createdBy: string): string {
  const shell = createdBy.replace(/^\|\d+ (?:\S+=\S* )*(?=\/bin\/sh )/, '').replace(/ # buildkit$/, '');
  const [, nothing] = /^\/bin\/sh -c #\(nop\)\s+([\s\S]*)$/.exec(shell) ?? [];
  return oneLine(nothing ?? shell.replace(/^\/bin\/sh -c /, 'RUN '));
}
