import { type ErrorCode, SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import { openSshClient } from '../../remote/open-ssh-client.ts';
import type { SshConnection } from '../../remote/ssh-connection.ts';
import type { Surroundings } from '../endpoint/choose-endpoint.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { createStreamAgent } from './ssh-agent.ts';
import type { Transport } from './transport.ts';

type SshEndpoint = Extract<Endpoint, { kind: 'ssh' }>;

/** An engine on a machine that is reached over SSH: its socket and its loopback, through one verified connection. */
export async function sshTransport(
  endpoint: SshEndpoint,
  job: JobContext,
  surroundings: Surroundings,
): Promise<Transport> {
  const connection = await connect(endpoint, job, surroundings);
  const agent = createStreamAgent(() =>
    connection.tunnel({ kind: 'unix', path: endpoint.path }).catch(noSocket(endpoint)),
  );
  return {
    options: {
      ...{ socketPath: undefined, ca: undefined, cert: undefined, key: undefined },
      // Never resolved: the agent makes the connection.
      ...{ host: 'docker', port: 80, protocol: 'http', agent },
    },
    publishAddress: '127.0.0.1',
    dial: (port) => connection.tunnel({ kind: 'tcp', host: '127.0.0.1', port }),
    close: () => connection.close(),
  };
}

async function connect(
  endpoint: SshEndpoint,
  job: JobContext,
  { environment, home, login }: Surroundings,
): Promise<SshConnection> {
  const { host, user, port } = endpoint;
  const target = {
    kind: 'ssh' as const,
    host,
    ...(user === undefined ? {} : { user }),
    ...(port === undefined ? {} : { port }),
    ...login,
    sudo: false,
  };
  try {
    return await openSshClient(target, job, { home, agentSocket: environment.SSH_AUTH_SOCK ?? '' });
  } catch (error) {
    throw asDockerHost(error, endpoint.label);
  }
}

const codes: Partial<Record<ErrorCode, ErrorCode>> = {
  'server.unknown-host': 'docker.unreachable',
  'server.refused': 'docker.unreachable',
  'server.timeout': 'docker.unreachable',
  'server.dropped': 'docker.dropped',
};

/** The same trouble, told of the Docker host: which of the two machines it is decides the exit code. */
export function asDockerHost(error: unknown, label: string): unknown {
  if (!(error instanceof SlipwayError) || !error.code.startsWith('server.')) return error;
  return new SlipwayError(codes[error.code] ?? 'docker.refused', sentence`Docker host ${label}: ${error.message}`, {
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    cause: error,
  });
}

/** sshd says no more than that it could not connect, whatever the reason. */
function noSocket(endpoint: SshEndpoint): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof SlipwayError) || error.code === 'server.dropped') throw asDockerHost(error, endpoint.label);
    throw new SlipwayError(
      'docker.refused',
      sentence`Docker host ${endpoint.label} gives no access to ${endpoint.path}.`,
      {
        hint: sentence`There, the engine must run, the account must be in the group docker, and sshd must allow AllowStreamLocalForwarding.`,
        cause: error,
      },
    );
  };
}
