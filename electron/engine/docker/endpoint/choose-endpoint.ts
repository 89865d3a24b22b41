import { join } from 'node:path';
import { exists } from '../../disk/if-there.ts';
import { readContext, readCurrentContext } from './contexts.ts';
import { defaultSocket, type Endpoint } from './endpoint.ts';
import { isHostAddress, parseHost } from './parse-host.ts';
import { readTlsOfEnvironment } from './tls-material.ts';

export interface Surroundings {
  environment: NodeJS.ProcessEnv;
  home: string;
  /** What the person gave for a host that is reached over SSH, beside what `~/.ssh/config` says. */
  login: { identityFiles: string[]; signIn?: 'password'; acceptNewHostKey: boolean };
}

/** What says which engine is meant. */
export type Place = Pick<Surroundings, 'environment' | 'home'>;

/**
 * The engine that is meant, in the docker command's own order: what was named, `DOCKER_HOST`, `DOCKER_CONTEXT`, the
 * current context, the default socket.
 */
export async function chooseEndpoint(named: string | undefined, place: Place): Promise<Endpoint> {
  const { environment, home } = place;
  const wanted = named ?? (await chooseContext(place));
  if (wanted !== 'default' && !isHostAddress(wanted)) return readContext(dockerDirectory(place), wanted);
  const address = wanted === 'default' ? await defaultAddress(place) : wanted;
  return parseHost(address, address, () => readTlsOfEnvironment(environment, home));
}

/** The name of the context in force; `default` is the one that `DOCKER_HOST` speaks of. */
export async function chooseContext(place: Place): Promise<string> {
  if (addressOf(place.environment) !== undefined) return 'default';
  return present(place.environment.DOCKER_CONTEXT) ?? (await readCurrentContext(dockerDirectory(place))) ?? 'default';
}

/** Where the context `default` leads: to `DOCKER_HOST`, else to the local engine's socket. */
export async function defaultAddress(place: Place): Promise<string> {
  return addressOf(place.environment) ?? `unix://${await localSocket(place)}`;
}

/** `DOCKER_HOST` is always an address; without a scheme it is a TCP one. */
function addressOf(environment: NodeJS.ProcessEnv): string | undefined {
  const value = present(environment.DOCKER_HOST);
  return value === undefined || isHostAddress(value) ? value : `tcp://${value}`;
}

/** Where the docker command keeps its settings: `DOCKER_CONFIG`, else `~/.docker`. */
export function dockerDirectory({ environment, home }: Place): string {
  return present(environment.DOCKER_CONFIG) ?? join(home, '.docker');
}

/** The system's socket, or the one that a rootless engine or Docker Desktop puts below the person's home. */
async function localSocket({ environment, home }: Place): Promise<string> {
  const runtime = present(environment.XDG_RUNTIME_DIR);
  const candidates = [
    defaultSocket,
    ...(runtime === undefined ? [] : [join(runtime, 'docker.sock')]),
    join(home, '.docker', 'run', 'docker.sock'),
  ];
  for (const path of candidates) if (await exists(path)) return path;
  return defaultSocket;
}

function present(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}
