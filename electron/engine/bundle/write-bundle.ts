import type { GeneratedFile } from '../generate/generated-file.ts';
import type { JobContext } from '../job-context.ts';
import { checkNoSecrets, type KnownSecret } from './check-no-secrets.ts';
import { initRepository } from './git.ts';
import { setSecretModes } from './secret-modes.ts';
import type { Staging } from './staging.ts';
import { writeFiles } from './write-files.ts';

/**
 * Finishes a bundle in its staging folder, where payloads, `app/`, `config/` and `secrets/` already are, and puts it in
 * its place: writes the generated files, makes sure that no secret is among what Git keeps, makes the first commit.
 * After an error or a cancellation nothing is left of it.
 */
export async function writeBundle(
  request: {
    staging: Staging;
    /** Generated files by their path from the bundle's root. */
    files: ReadonlyMap<string, GeneratedFile>;
    /** What must not be found in anything that Git keeps. */
    secrets: KnownSecret[];
    /** Files of it that came from a package as they are (`publicFilesOf`). */
    publicFiles?: ReadonlySet<string>;
    message: string;
  },
  job: JobContext,
): Promise<void> {
  const { staging, files, secrets, publicFiles, message } = request;
  try {
    await writeFiles(staging.path, files);
    job.signal.throwIfAborted();
    await checkNoSecrets(staging.path, secrets, job.signal, publicFiles);
    await setSecretModes(staging.path);
    await initRepository(staging.path, message);
    job.signal.throwIfAborted();
    await staging.commit();
  } catch (error) {
    await staging.discard();
    throw error;
  }
}
