import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../connection.ts';
import type { BuildTranscript } from './build-progress.ts';

const pollMilliseconds = 200;
/** Ends the wait for an engine that never gets quiet, such as one that others build on too. */
const mostPolls = 50;

/** Ids of all images on the host, intermediate ones included. */
export async function listImageIds(connection: Connection): Promise<Set<string>> {
  const images = await connection.docker.listImages({ all: true });
  return new Set(images.map((image) => image.Id));
}

/**
 * Removes the intermediate images of a build that gave none, those last. After a build that was cancelled or cut off
 * the engine may still be busy with a step: its container is waited for and its image removed too. Never rejects: the build's own failure is
 * what the person has to see.
 *
 * @param existing ids of the images that were there before; none of these is touched
 */
export async function sweepBuild(
  connection: Connection,
  transcript: BuildTranscript,
  existing: ReadonlySet<string>,
  unfinished: boolean,
): Promise<void> {
  const late = unfinished ? await lateImages(connection, transcript, existing).catch(() => []) : [];
  const made = transcript.made.filter((id) => ![...existing].some((known) => known.startsWith(`sha256:${id}`)));
  for (const id of [...made, ...late].reverse()) {
    await connection.docker
      .getImage(id)
      .remove({ noprune: true })
      .catch(() => undefined);
  }
}

/** What the engine still made after the hang-up: descendants of the last known image, oldest first. */
async function lateImages(
  connection: Connection,
  transcript: BuildTranscript,
  existing: ReadonlySet<string>,
): Promise<string[]> {
  if (transcript.parent === undefined) return [];
  const line = [transcript.parent];
  for (let poll = 0, quiet = 0; poll < mostPolls && quiet < 2; poll += 1) {
    await sleep(pollMilliseconds);
    const images = await connection.docker.listImages({ all: true });
    const child = images.find((image) => isChild(image.ParentId, line) && !isKnown(image.Id, line, existing));
    if (child !== undefined) line.push(child.Id.slice('sha256:'.length));
    const busy = child !== undefined || (await hasBuildContainer(connection, transcript));
    quiet = busy ? 0 : quiet + 1;
  }
  return line.slice(1);
}

/** A build's container is named by the id that the transcript tells (`Running in d01fe0e85348`). */
async function hasBuildContainer(connection: Connection, transcript: BuildTranscript): Promise<boolean> {
  if (transcript.container === undefined) return false;
  const filters = { id: [transcript.container] };
  return (await connection.docker.listContainers({ all: true, filters })).length > 0;
}

function isChild(parentId: string, line: string[]): boolean {
  return line.some((id) => parentId.startsWith(`sha256:${id}`));
}

function isKnown(id: string, line: string[], existing: ReadonlySet<string>): boolean {
  return existing.has(id) || line.some((known) => id === `sha256:${known}`);
}
