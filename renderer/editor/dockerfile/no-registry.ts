/**
 * Stands in for Node's `https` in the Dockerfile language service, which would ask Docker Hub for the tags of an image.
 * The editor asks nobody: the service takes the refusal as "no tags known".
 */
export function get(): never {
  throw new Error('The editor asks no registry.');
}
