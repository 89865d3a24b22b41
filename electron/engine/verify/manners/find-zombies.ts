import { setTimeout as sleep } from 'node:timers/promises';
import type { DockerContainer } from '../../docker/docker-host.ts';
import script from './list-processes.sh?raw';

export interface Zombies {
  /** How many processes there are, the zombies among them. */
  processes: number;
  /** Names of those that nobody waits for. */
  names: string[];
}

/** A parent that has something else to do just now may take its time to wait for a child. */
const patienceMilliseconds = 1000;

/** Looks for zombies from inside, twice where there are any; undefined where the image has no shell to look with. */
export async function findZombies(container: DockerContainer, signal: AbortSignal): Promise<Zombies | undefined> {
  const first = await listProcesses(container);
  if (first === undefined || zombiesOf(first).length === 0) return first && { processes: first.length, names: [] };
  await sleep(patienceMilliseconds, undefined, { signal });
  const second = (await listProcesses(container)) ?? [];
  const early = new Set(zombiesOf(first).map(({ pid }) => pid));
  const lasting = zombiesOf(second).filter(({ pid }) => early.has(pid));
  return { processes: second.length, names: lasting.map(({ name }) => name) };
}

interface Listed {
  state: string;
  pid: string;
  name: string;
}

function zombiesOf(processes: readonly Listed[]): Listed[] {
  return processes.filter(({ state }) => state === 'Z');
}

async function listProcesses(container: DockerContainer): Promise<Listed[] | undefined> {
  const result = await container.exec(['sh', '-c', script]);
  if (result === undefined || result.exitCode !== 0) return undefined;
  return result.output.split('\n').flatMap((line) => {
    const [, state, pid, name] = /^([A-Za-z]) (\d+) (.*)$/.exec(line) ?? [];
    return state === undefined || pid === undefined || name === undefined ? [] : [{ state, pid, name }];
  });
}
