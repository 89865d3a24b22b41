import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { isMissing } from '../../disk/if-there.ts';
import type { TlsMaterial } from './endpoint.ts';

/** `ca.pem`, `cert.pem` and `key.pem` of a directory; what is not there stays undefined. */
export async function readTlsDirectory(directory: string, verify: boolean): Promise<TlsMaterial> {
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readMaterial(join(directory, name))),
  );
  if ((cert === undefined) !== (key === undefined)) {
    throw new SlipwayError('docker.context', sentence`${directory} holds only one of cert.pem and key.pem.`, {
      hint: sentence`Put both there, or neither.`,
    });
  }
  return { ca, cert, key, verify };
}

/**
 * TLS as the environment asks for it: `DOCKER_TLS_VERIFY` (any value) turns it on and verifies, `DOCKER_TLS` without it
 * encrypts only; files come from `DOCKER_CERT_PATH` or `~/.docker`, as for the docker command.
 */
export async function readTlsOfEnvironment(
  environment: NodeJS.ProcessEnv,
  home: string,
): Promise<TlsMaterial | undefined> {
  const verify = (environment.DOCKER_TLS_VERIFY ?? '') !== '';
  if (!verify && (environment.DOCKER_TLS ?? '') === '') return undefined;
  const named = environment.DOCKER_CERT_PATH ?? '';
  const material = await readTlsDirectory(named === '' ? join(home, '.docker') : named, verify);
  if (verify && named !== '' && material.ca === undefined) {
    throw new SlipwayError('docker.context', sentence`DOCKER_CERT_PATH (${named}) holds no ca.pem.`, {
      hint: sentence`Point DOCKER_CERT_PATH at the directory with ca.pem, cert.pem and key.pem.`,
    });
  }
  return material;
}

async function readMaterial(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new SlipwayError('docker.context', sentence`${path} cannot be read.`, {
      hint: sentence`Check its owner and permissions.`,
      cause: error,
    });
  }
}
