import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { isNoSpace, noSpace, oneLine } from '../api/docker-errors.ts';

/**
 * What a builder's error message speaks of: the Docker host (then it is the error to throw) or the Dockerfile and its
 * context (undefined). The messages are those of the engines 20.10 to 28.
 */
export function hostFailureOf(message: string, instruction: string, label: string): SlipwayError | undefined {
  if (isNoSpace(message)) return noSpace(label, message);
  if (isEnginesFault(message)) return engineAtFault(message, label);
  if (/^FROM /i.test(instruction) && isMissingImage(message)) return missingBase(message, label);
  if (
    /requires? (the )?BuildKit|only supported with BuildKit|classic builder .*(removed|not supported)/i.test(message)
  ) {
    // A RUN --mount in an edited Dockerfile asks for BuildKit as well, and is the Dockerfile's own matter.
    return instruction === '' ? buildKitOnly(label) : undefined;
  }
  return undefined;
}

/** The engine could not even make the surroundings that a step runs in: no Dockerfile can change that. */
function isEnginesFault(message: string): boolean {
  return /failed to create (endpoint|network)|error creating overlay mount|cannot allocate memory|error setting rlimit/i.test(
    message,
  );
}

function engineAtFault(message: string, label: string): SlipwayError {
  return new SlipwayError(
    'docker.refused',
    sentence`Docker host ${label} cannot run a build step: ${oneLine(message)}`,
    {
      hint: sentence`See whether "docker run --rm IMAGE true" works there; "slipway doctor" shows more.`,
    },
  );
}

function isMissingImage(message: string): boolean {
  return /pull access denied|manifest (for .* )?(unknown|not found)|no such image|repository does not exist|failed to resolve|no such host|connection refused|i\/o timeout|request canceled/i.test(
    message,
  );
}

function missingBase(message: string, label: string): SlipwayError {
  return new SlipwayError('docker.base-missing', sentence`The base image is not on ${label}: ${oneLine(message)}`, {
    hint: sentence`Pull or load it on the Docker host, or choose another (--base).`,
  });
}

function buildKitOnly(label: string): SlipwayError {
  return new SlipwayError(
    'docker.refused',
    sentence`Docker host ${label} offers BuildKit only; Slipway builds with the classic builder.`,
    {
      hint: sentence`Name a Docker host with an engine that still has the classic builder, or run "docker buildx build" on the bundle.`,
    },
  );
}
