import type { Duplex } from 'node:stream';
import type { Client } from 'ssh2';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { printable } from '../text/printable.ts';
import { droppedError } from './connection-errors.ts';
import type { HostKey, TunnelTarget } from './remote-host.ts';

/** A verified, authenticated SSH connection. */
export interface SshConnection {
  readonly client: Client;
  /** `user@host:port`. */
  readonly label: string;
  readonly user: string;
  /** The key by which the server was recognised. */
  readonly hostKey: HostKey;
  /** Aborted with `server.dropped` once the connection is gone, for whatever reason. */
  readonly lost: AbortSignal;
  /** A byte stream to an address as seen from the server. */
  tunnel(to: TunnelTarget): Promise<Duplex>;
  /** Ends it, and the jump hosts below it. */
  close(): Promise<void>;
}

/** How long a server may take to say good-bye, in milliseconds. */
const farewell = 2000;

/** Takes over a client that is ready. `below` is the connection it runs through. */
export function adoptClient(
  client: Client,
  identity: { label: string; user: string; hostKey: HostKey },
  below: SshConnection | undefined,
): SshConnection {
  const { label, user, hostKey } = identity;
  const lost = watchLoss(client, label);
  return {
    client,
    label,
    user,
    hostKey,
    lost,
    tunnel: (to) => openTunnel(client, label, to, lost),
    async close() {
      await endClient(client, lost);
      await below?.close();
    },
  };
}

function watchLoss(client: Client, label: string): AbortSignal {
  const controller = new AbortController();
  let cause: Error | undefined;
  client.on('error', (error) => {
    cause ??= error;
  });
  client.once('close', () => controller.abort(droppedError(label, cause)));
  return controller.signal;
}

function endClient(client: Client, lost: AbortSignal): Promise<void> {
  if (lost.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => client.destroy(), farewell);
    lost.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
    client.end();
  });
}

function openTunnel(client: Client, label: string, to: TunnelTarget, lost: AbortSignal): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | undefined, stream: Duplex) => {
      if (error) reject(lost.aborted ? lost.reason : tunnelError(error, label, to));
      else resolve(stream);
    };
    try {
      if (to.kind === 'unix') client.openssh_forwardOutStreamLocal(to.path, done);
      else client.forwardOut('127.0.0.1', 0, to.host, to.port, done);
    } catch (error) {
      // ssh2 throws where the socket is gone already.
      reject(lost.aborted ? lost.reason : droppedError(label, error));
    }
  });
}

/** SSH_OPEN_ADMINISTRATIVELY_PROHIBITED (RFC 4254, 5.1). */
const forbidden = 1;

function tunnelError(error: Error & { reason?: number | string }, label: string, to: TunnelTarget): SlipwayError {
  const target = to.kind === 'unix' ? printable(to.path) : `${printable(to.host)}:${to.port}`;
  const said = printable(error.message.replace(/^\(SSH\) Channel open failure: /, ''));
  if (/strictVendor/.test(error.message)) {
    return new SlipwayError(
      'server.unsupported',
      sentence`${label} cannot tunnel to unix sockets: its sshd is not OpenSSH.`,
      {
        hint: sentence`Use an address with a port instead.`,
        cause: error,
      },
    );
  }
  if (error.reason === forbidden) {
    return new SlipwayError('server.refused', sentence`${label} forbids tunnels, or the one to ${target}.`, {
      hint: sentence`Have it allowed in its sshd_config: AllowTcpForwarding and AllowStreamLocalForwarding yes, and PermitOpen.`,
      cause: error,
    });
  }
  const what = sentence`${label} does not reach ${target}`;
  return new SlipwayError('server.refused', `${what}${said && `: ${said}`}.`, {
    hint: sentence`Check the address as that machine sees it, and that something listens there.`,
    cause: error,
  });
}
