import { SlipwayError } from '../../../../shared/errors.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { printable } from '../../text/printable.ts';

/** Where a call failed: while the host was being opened, or after it had answered once. */
export type Phase = 'opening' | 'open';

interface EngineFailure {
  message: string;
  /** Node's error code, where it is one of the transport. */
  code: string;
  /** HTTP status, where the engine answered. */
  status: number | undefined;
}

const goneCodes = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);
const absentCodes = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const tlsPattern =
  /certificate|self.signed|wrong version number|EPROTO|handshake|tls|Client sent an HTTP request to an HTTPS server/i;

/** Whatever dockerode, the transport or the engine threw, as the SlipwayError that a person can act on. */
export function toDockerError(error: unknown, label: string, phase: Phase): SlipwayError {
  if (error instanceof SlipwayError) return error;
  if (error instanceof Error && error.name === 'AbortError') return new SlipwayError('cancelled', 'Cancelled.');
  const failure = describeFailure(error);
  return (
    diskError(failure, label, error) ??
    answerError(failure, label, error) ??
    transportError(failure, label, phase, error) ??
    new SlipwayError('docker.refused', sentence`Docker host ${label} failed: ${failure.message}`, { cause: error })
  );
}

/** Runs one call to the engine and translates what it throws. */
export async function withDockerErrors<T>(label: string, phase: Phase, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toDockerError(error, label, phase);
  }
}

/** HTTP status of an engine's refusal, where the thrown value is one. */
export function statusOf(error: unknown): number | undefined {
  return describeFailure(error).status;
}

function describeFailure(error: unknown): EngineFailure {
  if (!(error instanceof Error)) return { message: oneLine(String(error)), code: '', status: undefined };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  return { message: oneLine(error.message), code, status };
}

/** The engine's words on one line, without control characters: they are shown on terminals. */
export function oneLine(text: string): string {
  return printable(text.replace(/^\(HTTP code \d+\) [^-]*- /, ''), 1000);
}

export function isNoSpace(message: string): boolean {
  return /no space left on device|disk quota exceeded|not enough space/i.test(message);
}

function diskError(failure: EngineFailure, label: string, cause: unknown): SlipwayError | undefined {
  if (failure.status === undefined || !isNoSpace(failure.message)) return undefined;
  return noSpace(label, failure.message, cause);
}

export function noSpace(label: string, message: string, cause?: unknown): SlipwayError {
  return new SlipwayError('docker.no-space', sentence`No space left on Docker host ${label}: ${oneLine(message)}`, {
    hint: sentence`Free space there, for example with "docker system df" and "docker system prune", then run this again.`,
    cause,
  });
}

function answerError(failure: EngineFailure, label: string, cause: unknown): SlipwayError | undefined {
  if (failure.status === undefined) return undefined;
  if (/client version .* is too (old|new)/i.test(failure.message)) {
    return new SlipwayError(
      'docker.refused',
      sentence`Docker host ${label} speaks another API version: ${failure.message}`,
      {
        hint: sentence`Slipway works with engines 20.10 (API 1.41) and newer; update the engine or Slipway.`,
        cause,
      },
    );
  }
  if (tlsPattern.test(failure.message) && failure.status === 400) return tlsError(label, failure.message, cause);
  if (failure.status !== 401 && failure.status !== 403) return undefined;
  return new SlipwayError('docker.refused', sentence`Docker host ${label} denied access: ${failure.message}`, {
    hint: sentence`Check the client certificate and the authorization plugins of the engine.`,
    cause,
  });
}

function transportError(failure: EngineFailure, label: string, phase: Phase, cause: unknown): SlipwayError | undefined {
  if (failure.status !== undefined) return undefined;
  if (failure.code === 'EACCES' || failure.code === 'EPERM') return deniedError(label, cause);
  if (tlsPattern.test(`${failure.code} ${failure.message}`)) return tlsError(label, failure.message, cause);
  if (phase === 'open' && (goneCodes.has(failure.code) || absentCodes.has(failure.code) || isHangUp(failure))) {
    return dropped(label, cause);
  }
  if (absentCodes.has(failure.code)) return unreachable(label, failure, cause);
  if (goneCodes.has(failure.code) || isHangUp(failure)) {
    return new SlipwayError('docker.refused', sentence`Docker host ${label} closed the connection without an answer.`, {
      hint: sentence`Something listens there that is no Docker engine, or it expects TLS (DOCKER_TLS_VERIFY, DOCKER_CERT_PATH).`,
      cause,
    });
  }
  return undefined;
}

function isHangUp(failure: EngineFailure): boolean {
  return /socket hang up|aborted|premature close|Parse Error/i.test(failure.message);
}

/** The connection, or the engine behind it, went away in the middle of the work. */
export function dropped(label: string, cause?: unknown): SlipwayError {
  return new SlipwayError('docker.dropped', sentence`The connection to Docker host ${label} was lost.`, {
    hint: sentence`Check that the engine still runs and has memory and disk left, then run this again.`,
    cause,
  });
}

function unreachable(label: string, failure: EngineFailure, cause: unknown): SlipwayError {
  const hints: Record<string, string> = {
    ECONNREFUSED: sentence`Nothing listens there: start the engine (systemctl start docker) or check the port.`,
    ENOENT: sentence`The socket does not exist: start the engine (systemctl start docker) or name another host (--docker).`,
    ENOTFOUND: sentence`The name is not known: check its spelling and DNS.`,
    EAI_AGAIN: sentence`The name could not be resolved: check DNS.`,
  };
  return new SlipwayError('docker.unreachable', sentence`Docker host ${label} cannot be reached: ${failure.message}`, {
    hint: ownValue(hints, failure.code) ?? sentence`Check the network between this machine and the Docker host.`,
    cause,
  });
}

function deniedError(label: string, cause: unknown): SlipwayError {
  return new SlipwayError('docker.refused', sentence`No permission to use Docker host ${label}.`, {
    hint: sentence`Add your account to the group docker (usermod -aG docker USER), log in again, or use a rootless engine.`,
    cause,
  });
}

function tlsError(label: string, message: string, cause: unknown): SlipwayError {
  return new SlipwayError('docker.refused', sentence`TLS with Docker host ${label} failed: ${message}`, {
    hint: sentence`Check ca.pem, cert.pem and key.pem in DOCKER_CERT_PATH or in the context, and that DOCKER_TLS_VERIFY is set.`,
    cause,
  });
}
