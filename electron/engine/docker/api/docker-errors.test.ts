import { describe, expect, it } from 'vitest';
import { SlipwayError } from '../../../../shared/errors.ts';
import { oneLine, type Phase, toDockerError } from './docker-errors.ts';

function answered(statusCode: number, message: string): Error {
  return Object.assign(new Error(`(HTTP code ${statusCode}) unexpected - ${message} `), { statusCode });
}

function transport(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

function codeOf(error: unknown, phase: Phase = 'open'): string {
  return toDockerError(error, 'tcp://build:2376', phase).code;
}

describe('toDockerError', () => {
  // Recorded with dockerode 5 from Node 20 and an engine 20.10, but for what is marked: that was not to be had from
  // them on a test machine, and is in the words that the engine's and Node's own sources have.
  it.each([
    [
      'nothing listens',
      transport('ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.1:2376'),
      'opening',
      'docker.unreachable',
    ],
    ['no such socket', transport('ENOENT', 'connect ENOENT /var/run/docker.sock'), 'opening', 'docker.unreachable'],
    [
      'no such name',
      transport('ENOTFOUND', 'getaddrinfo ENOTFOUND no-such-host.invalid'),
      'opening',
      'docker.unreachable',
    ],
    [
      'no permission (not recorded)',
      transport('EACCES', 'connect EACCES /var/run/docker.sock'),
      'opening',
      'docker.refused',
    ],
    [
      'TLS port asked in the clear (not recorded: Go says it)',
      answered(400, 'Client sent an HTTP request to an HTTPS server.'),
      'opening',
      'docker.refused',
    ],
    [
      'clear port asked with TLS',
      transport(
        'EPROTO',
        'write EPROTO 800CC46FC27F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/openssl/ssl/record/ssl3_record.c:350:\n',
      ),
      'opening',
      'docker.refused',
    ],
    [
      'unknown authority (not recorded)',
      transport('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'),
      'opening',
      'docker.refused',
    ],
    ['hang-up before any answer', transport('ECONNRESET', 'socket hang up'), 'opening', 'docker.refused'],
    ['hang-up in the middle', transport('ECONNRESET', 'socket hang up'), 'open', 'docker.dropped'],
    ['body cut short', transport('ECONNRESET', 'aborted'), 'open', 'docker.dropped'],
    ['engine gone between calls', transport('ECONNREFUSED'), 'open', 'docker.dropped'],
    [
      'other API',
      answered(400, 'client version 1.51 is too new. Maximum supported API version is 1.41'),
      'open',
      'docker.refused',
    ],
    [
      'disk full (not recorded)',
      answered(500, 'mkdir /var/lib/docker/overlay2/x: no space left on device'),
      'open',
      'docker.no-space',
    ],
    ['anything else', answered(400, 'Minimum memory limit allowed is 6MB'), 'open', 'docker.refused'],
    [
      'an API that is too old',
      answered(
        400,
        'client version 1.11 is too old. Minimum supported API version is 1.12, please upgrade your client to a newer version\n',
      ),
      'open',
      'docker.refused',
    ],
  ] as const)('%s', (_name, error, phase, code) => {
    expect(codeOf(error, phase)).toBe(code);
  });

  it('tells about the group where the socket may not be opened', () => {
    expect(toDockerError(transport('EACCES'), 'unix:///x', 'opening').hint).toContain('group docker');
  });

  it('leaves our own errors and cancellations what they are', () => {
    const ours = new SlipwayError('docker.context', 'No such context.');
    expect(toDockerError(ours, 'x', 'open')).toBe(ours);
    expect(codeOf(new DOMException('This operation was aborted', 'AbortError'))).toBe('cancelled');
  });
});

describe('oneLine', () => {
  it('keeps the engine’s words and nothing that moves a cursor', () => {
    expect(oneLine('(HTTP code 500) server error - first\n\u001b[2Jsecond\u009b1m ')).toBe('first [2Jsecond 1m');
  });
});
