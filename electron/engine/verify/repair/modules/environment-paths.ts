import type { ServerKnowledge } from '../failure.ts';

type EnvironmentKind = ServerKnowledge['serverLanguages'][number]['kind'];

/** Paths of the server's language environments of the given kinds, and those that their details name. */
export function environmentPaths(server: ServerKnowledge, ...kinds: EnvironmentKind[]): string[] {
  const environments = server.serverLanguages.filter((one) => kinds.includes(one.kind));
  return environments.flatMap((one) => [one.path, ...one.details]).filter((path) => path.startsWith('/'));
}
