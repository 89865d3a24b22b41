/** Docker Hub's key in `config.json`, kept from its first registry. */
const hubKey = 'https://index.docker.io/v1/';

/**
 * The registry that an image reference names, as `config.json` and the credential helpers call it. Without a dot, a
 * colon or `localhost` in its first part, a reference means Docker Hub (distribution's reference grammar).
 */
export function registryOf(reference: string): string {
  const slash = reference.indexOf('/');
  const first = slash === -1 ? '' : reference.slice(0, slash);
  const named = first.includes('.') || first.includes(':') || first === 'localhost';
  return !named || first === 'docker.io' || first === 'index.docker.io' ? hubKey : first;
}

/** A reference with the tag that an engine would assume; one with a tag or a digest stays as it is. */
export function withTag(reference: string): string {
  const last = reference.slice(reference.lastIndexOf('/') + 1);
  return last.includes(':') || last.includes('@') ? reference : `${reference}:latest`;
}
