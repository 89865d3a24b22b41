import type { LabServer } from '../server.ts';
import { cppdaemon } from './cppdaemon/server.ts';
import { nginxPhp } from './nginx-php/server.ts';
import { portal } from './portal/server.ts';
import { pyservice } from './pyservice/server.ts';
import { redis } from './redis/server.ts';

/** Every server of the lab, the reference case first. */
export const servers: readonly LabServer[] = [portal, nginxPhp, cppdaemon, redis, pyservice];

export function serverNamed(name: string): LabServer {
  const found = servers.find((server) => server.name === name);
  if (found !== undefined) return found;
  throw new Error(`The lab has no server ${name}. It has: ${servers.map((server) => server.name).join(', ')}.`);
}
