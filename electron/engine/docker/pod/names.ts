import { createHash, randomUUID } from 'node:crypto';

/** Longest name that is comfortable in `docker ps`; the engine allows more. */
const longestName = 48;

/**
 * A name for a Docker object that no other run, and no other attempt of this one, uses. Plan names are DNS labels;
 * whatever else came in is replaced, because engines take `[a-zA-Z0-9][a-zA-Z0-9_.-]*` only.
 */
export function objectName(...parts: string[]): string {
  const plain = ['slipway', ...parts].join('-').replace(/[^a-zA-Z0-9_.-]+/g, '-');
  return plain.slice(0, longestName);
}

/** A short mark that sets the objects of one attempt apart. */
export function attemptMark(): string {
  return randomUUID().slice(0, 8);
}

/** A path as a short part of a name. */
export function pathMark(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 10);
}
