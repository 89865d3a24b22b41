import type { Duplex } from 'node:stream';
import { type BaseAgent, Client, createAgent, type HostVerifier } from 'ssh2';
import type { JobContext } from '../job-context.ts';
import { algorithmsFor } from './algorithms.ts';
import { createAuthentication } from './auth/authentication.ts';
import { collectIdentities } from './auth/identities.ts';
import type { Identity } from './auth/identity.ts';
import type { KeyFiles } from './auth/key-files.ts';
import { address, networkError, otherServiceError, timeoutError } from './connection-errors.ts';
import { createDeadline } from './deadline.ts';
import { dial } from './dial.ts';
import { overhear, watchHandshake } from './handshake.ts';
import { createHostKeyCheck, type HostKeyCheck } from './host-keys/host-key-check.ts';
import { fingerprint, keyTypeOf } from './host-keys/known-hosts.ts';
import { abortable } from './job-step.ts';
import type { SshSettings } from './ssh-config/settings.ts';
import { adoptClient, type SshConnection } from './ssh-connection.ts';

/** What all hops of one connection share. */
export interface ClientContext {
  job: JobContext;
  home: string;
  agentSocket: string | undefined;
  keyFiles: KeyFiles;
  /** Key files that the person named. */
  identityFiles: readonly string[];
  acceptNewHostKey: boolean;
  /** The password alone is to be tried. */
  withoutKeys: boolean;
}

/** One verified connection, directly or through another one. Leaves nothing open where it fails. */
export async function openClient(
  settings: SshSettings,
  below: SshConnection | undefined,
  context: ClientContext,
): Promise<SshConnection> {
  let heard = () => '';
  const seconds = settings.connectTimeoutSeconds;
  const deadline = createDeadline(
    seconds,
    () => otherServiceError(settings, heard()) ?? timeoutError(settings, seconds),
  );
  const ask: JobContext['ask'] = (question) => deadline.unhurried(() => context.job.ask(question));
  const inTime: InTime = (work) => abortable(Promise.race([work, deadline.expired]), context.job.signal);
  try {
    const identities = context.withoutKeys ? [] : await inTime(keysFor(settings, context));
    const policy = { acceptNew: context.acceptNewHostKey, ask, job: context.job };
    const hostKey = await inTime(createHostKeyCheck(settings, policy));
    const socket = await openSocket(settings, below, inTime);
    heard = overhear(socket);
    const passedOver = context.keyFiles.passedOver();
    const parts = { identities, passedOver, ask, inTime, heard };
    const { client, shown } = await shakeHands(socket, settings, hostKey, parts);
    const { user } = settings;
    const trusted = { algorithm: keyTypeOf(shown), fingerprint: fingerprint(shown) };
    return adoptClient(client, { label: `${user}@${address(settings)}`, user, hostKey: trusted }, below);
  } finally {
    deadline.clear();
  }
}

function keysFor(settings: SshSettings, context: ClientContext): Promise<Identity[]> {
  const { home, keyFiles, identityFiles: named } = context;
  return collectIdentities(settings, { named, agent: agentOf(settings, context), home, keyFiles });
}

/** Rejects when the time is over or the job is cancelled. */
type InTime = <T>(work: Promise<T>) => Promise<T>;

function agentOf({ identityAgent }: SshSettings, { agentSocket }: ClientContext): BaseAgent | undefined {
  const socket = identityAgent ?? agentSocket;
  return socket === undefined || socket === '' || socket === 'none' ? undefined : createAgent(socket);
}

async function openSocket(settings: SshSettings, below: SshConnection | undefined, inTime: InTime): Promise<Duplex> {
  const to = { kind: 'tcp', host: settings.host, port: settings.port } as const;
  const stop = new AbortController();
  const opening = below === undefined ? dial(to, stop.signal) : below.tunnel(to);
  try {
    return await inTime(opening);
  } catch (error) {
    stop.abort(error);
    opening.then(
      (late) => late.destroy(),
      () => {},
    );
    throw networkError(error, settings) ?? error;
  }
}

/** Two ports of one host may be two machines, with a password each: a name that questions and kept secrets go by. */
function nameOfHost(settings: SshSettings): string {
  return settings.port === 22 ? settings.host : address(settings);
}

interface Handshake {
  identities: Identity[];
  passedOver: string[];
  ask: JobContext['ask'];
  inTime: InTime;
  /** What the server said first. */
  heard(): string;
}

async function shakeHands(
  socket: Duplex,
  settings: SshSettings,
  hostKey: HostKeyCheck,
  { identities, passedOver, ask, inTime, heard }: Handshake,
): Promise<{ client: Client; shown: Buffer }> {
  const client = new Client();
  const { user } = settings;
  const host = nameOfHost(settings);
  const ready = new Promise<Buffer>((resolve, reject) => {
    const authentication = createAuthentication({ user, host, identities, passedOver, ask, fail: reject });
    watchHandshake(client, { settings, authentication, heard, fail: reject });
    const verifier = createVerifier(hostKey, reject);
    client.once('ready', () => resolve(verifier.trusted()));
    client.connect({
      sock: socket,
      username: user,
      algorithms: algorithmsFor(hostKey.knownTypes),
      hostVerifier: verifier.verify,
      authHandler: authentication.handler,
      // Our own deadline stands still while a person is asked.
      readyTimeout: 0,
      keepaliveInterval: settings.keepAliveSeconds * 1000,
      keepaliveCountMax: settings.keepAliveCount,
    });
  });
  try {
    return { client, shown: await inTime(ready) };
  } catch (error) {
    client.destroy();
    socket.destroy();
    throw error;
  }
}

/**
 * Keys are exchanged anew on a long connection. The same key is then accepted at once: while ssh2 waits for an answer
 * it goes on sending, encrypted with keys that the server has given up.
 */
function createVerifier(
  hostKey: HostKeyCheck,
  fail: (error: unknown) => void,
): { verify: HostVerifier; trusted(): Buffer } {
  let trusted = Buffer.alloc(0);
  return {
    trusted: () => trusted,
    verify(key, verified) {
      if (trusted.equals(key)) return verified(true);
      hostKey.verify(key).then(
        () => {
          trusted = Buffer.from(key);
          verified(true);
        },
        (error: unknown) => {
          fail(error);
          verified(false);
        },
      );
    },
  };
}
