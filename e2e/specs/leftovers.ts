import { readdir } from 'node:fs/promises';
import type { CliRun } from './cli.ts';
import { inventory, type Thing } from './inventory.ts';

/**
 * What is on the Docker host now and was not before. On an engine that others use at the same time, that is only what
 * the given runs told that they made, and what was made of it.
 */
export async function appeared(
  before: ReadonlyMap<string, Thing>,
  runs: readonly CliRun[],
  shared: boolean,
): Promise<string[]> {
  const now = [...(await inventory()).values()].filter(({ id }) => !before.has(id));
  const said = runs.map((run) => JSON.stringify(run.lines)).join('\n');
  const ours = shared ? now.filter((thing) => isOf(thing, said, before)) : now;
  return ours.map(({ kind, id, names }) => `${kind} ${id} ${names.join(' ')}`.trim()).sort();
}

/** Whether what a run said names a thing: by its label, its short id, a tag, or as the image that it was built on. */
function isOf(thing: Thing, said: string, before: ReadonlyMap<string, Thing>): boolean {
  if (thing.kind === 'container' && said.includes(shortId(thing.id))) return true;
  if (thing.kind !== 'image') return thing.label !== '' && said.includes(`slipway=${thing.label}`);
  const builtOnOurs = thing.parent !== '' && !before.has(thing.parent) && said.includes(shortId(thing.parent));
  return builtOnOurs || said.includes(shortId(thing.id)) || thing.names.some((tag) => said.includes(tag));
}

function shortId(id: string): string {
  return id.replace('sha256:', '').slice(0, 12);
}

/** Every path below some directories. */
export async function filesIn(...directories: string[]): Promise<string[]> {
  const found = await Promise.all(directories.map((directory) => readdir(directory, { recursive: true })));
  return found.flat().sort();
}
