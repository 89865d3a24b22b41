import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { docker, tryDocker } from '../../scripts/machine/docker.ts';
import type { Place } from '../lab/server.ts';

/** A bundle that was brought up with nothing but Docker's own tools. */
export interface Composed {
  /** Where the containers' port is published. */
  place(port: number): Place;
  /** What the containers said, for reports. */
  logs(): Promise<string>;
  down(): Promise<void>;
}

/** Builds every workload with `docker build` alone and gives the images' names. */
export async function buildWorkloads(host: string, bundle: string, prefix: string): Promise<Map<string, string>> {
  const images = new Map<string, string>();
  for (const name of (await readdir(join(bundle, 'workloads'))).sort()) {
    const image = `${prefix}/${name}`;
    await docker(host, ['build', '--quiet', '--force-rm', '--tag', image, join(bundle, 'workloads', name)]);
    images.set(name, image);
  }
  return images;
}

/** Brings the bundle up with `docker compose up` alone and waits until its containers are running or healthy. */
export async function composeUp(
  host: string,
  bundle: string,
  project: string,
  env: Record<string, string>,
): Promise<Composed> {
  const compose = ['compose', '--project-name', project, '--project-directory', bundle];
  const logs = async (): Promise<string> =>
    (await tryDocker(host, [...compose, 'logs', '--tail', '40'], { env })).stdout;
  const down = async (): Promise<void> => {
    await docker(host, [...compose, 'down', '--volumes', '--remove-orphans', '--rmi', 'local', '--timeout', '10'], {
      env,
    });
  };
  const up = await tryDocker(host, [...compose, 'up', '--detach', '--build', '--wait', '--wait-timeout', '90'], {
    env,
  });
  if (up.code !== 0) {
    const said = `${up.stderr.trim().split('\n').slice(-8).join('\n')}\n${await logs()}`;
    await down();
    throw new Error(`docker compose up failed:\n${said}`);
  }
  const published = await publishedPorts(host, project);
  return { logs, down, place: (port) => published.get(port) ?? { host: '127.0.0.1', port: 1 } };
}

async function publishedPorts(host: string, project: string): Promise<Map<number, Place>> {
  const filter = `label=com.docker.compose.project=${project}`;
  const ids = (await docker(host, ['ps', '--quiet', '--filter', filter])).split('\n').filter((id) => id !== '');
  const places = new Map<number, Place>();
  for (const id of ids) {
    for (const line of (await docker(host, ['port', id])).split('\n')) {
      const match = /^(\d+)\/tcp -> .*:(\d+)$/.exec(line);
      if (match !== null) places.set(Number(match[1]), { host: '127.0.0.1', port: Number(match[2]) });
    }
  }
  return places;
}
