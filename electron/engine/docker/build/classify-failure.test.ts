import { describe, expect, it } from 'vitest';
import { hostFailureOf } from './classify-failure.ts';

function codeOf(message: string, instruction = 'ADD payload.tar /'): string | undefined {
  return hostFailureOf(message, instruction, 'build')?.code;
}

// Messages as engines 20.10 to 28 write them.
describe('hostFailureOf', () => {
  it.each([
    "The command '/bin/sh -c apt-get install -y nope' returned a non-zero code: 100",
    'ADD failed: file not found in build context or excluded by .dockerignore: stat payload.tar: file does not exist',
    'dockerfile parse error line 3: unknown instruction: FORM',
    'failed to create task for container: OCI runtime create failed: exec: "/bin/sh": stat /bin/sh: no such file or directory',
    'the --mount option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled',
  ])('leaves to the Dockerfile: %s', (message) => {
    expect(codeOf(message)).toBeUndefined();
  });

  it.each([
    ['Error processing tar file(exit status 1): write /usr/lib/big: no space left on device', 'docker.no-space'],
    ['failed to create endpoint x on network bridge: could not find bridge docker0', 'docker.refused'],
    ['error creating overlay mount to /var/lib/docker/overlay2/x/merged: invalid argument', 'docker.refused'],
  ])('%s', (message, code) => {
    expect(codeOf(message)).toBe(code);
  });

  it('knows a base image that is missing, but only where FROM names it', () => {
    const message = "pull access denied for nope, repository does not exist or may require 'docker login'";
    expect(codeOf(message, 'FROM nope:1')).toBe('docker.base-missing');
    expect(codeOf(message, 'COPY --from=nope / /')).toBeUndefined();
  });

  it('says when an engine offers BuildKit only', () => {
    expect(hostFailureOf('the classic builder is not supported by this engine', '', 'build')).toMatchObject({
      code: 'docker.refused',
      message: expect.stringContaining('BuildKit only'),
    });
  });
});
