import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { readContext, readCurrentContext } from './contexts.ts';
import { defaultSocket, type Endpoint } from './endpoint.ts';
import { isHostAddress, parseHost } from './parse-host.ts';
import { readTlsOfEnvironment } from './tls-material.ts';

export interface Surroundings {
  environment: NodeJS.ProcessEnv;
  home: string;
  /** What the person gave for a host that is reached over SSH, beside what `~/.ssh/config` says. */
  login: { identityFiles: string[]; acceptNewHostKey: boolean };
}

/** What says which engine is meant. */
type Place = Pick<Surroundings, 'environment' | 'home'>;

/**
 * The engine that is meant, in the docker command's own order: what was named, `DOCKER_HOST`, `DOCKER_CONTEXT`, the
 * current context, the default socket.
 */
export async function chooseEndpoint(named: string | undefined, surroundings: Place): Promise<Endpoint> {
  const { environment, home } = surroundings;
  const wanted = named ?? addressOf(environment) ?? present(environment.DOCKER_CONTEXT);
  if (wanted !== undefined && isHostAddress(wanted)) {
    return parseHost(wanted, wanted, () => readTlsOfEnvironment(environment, home));
  }
  const directory = dockerDirectory(surroundings);
  const context = wanted ?? (await readCurrentContext(directory));
  if (context === undefined || context === 'default') return defaultEndpoint(surroundings);
  return readContext(directory, context);
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
async function defaultEndpoint({ environment, home }: Place): Promise<Endpoint> {
  const runtime = present(environment.XDG_RUNTIME_DIR);
  const candidates = [
    defaultSocket,
    ...(runtime === undefined ? [] : [join(runtime, 'docker.sock')]),
    join(home, '.docker', 'run', 'docker.sock'),
  ];
  for (const path of candidates) {
    if (await exists(path)) return { kind: 'unix', label: `unix://${path}`, path };
  }
  return { kind: 'unix', label: `unix://${defaultSocket}`, path: defaultSocket };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function present(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}
