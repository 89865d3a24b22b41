import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { slug } from '../../../../shared/text/slug.ts';
import { isWithin } from '../../detectors/support/paths.ts';
import type { Server } from '../../detectors/support/server.ts';
import { whySecretContent, whySecretPath } from './find-secrets.ts';
import { isPublished } from './published.ts';

/** What a workload takes along. */
export interface Carried {
  path: string;
  scope: 'file' | 'tree';
  /** Configuration is read before it is put where all can see it; programs and data are not. */
  isConfig: boolean;
}

type FileSecret = Extract<Workload['secrets'][number], { kind: 'file' }>;

/**
 * Files that are secrets as a whole: named so by a directive, by their path, or by what stands in them. Only files that
 * the workload would otherwise carry are looked at.
 */
export function secretFilesOf(
  server: Server,
  named: { path: string; reason: string }[],
  carried: Carried[],
): FileSecret[] {
  const found = new Map<string, string>();
  for (const { path, reason } of named) {
    if (server.lookAt(path)) found.set(path, reason);
  }
  const isCarried = (path: string) =>
    carried.some((entry) => (entry.scope === 'tree' ? isWithin(path, entry.path) : path === entry.path));
  for (const { path, content } of server.facts.configFiles) {
    const why =
      whySecretPath(path) ?? (isAsBrought(server, path) || isPublished(path) ? undefined : whySecretContent(content));
    if (why !== undefined && !found.has(path) && isCarried(path)) found.set(path, why);
  }
  for (const { path, scope, isConfig } of carried) {
    if (!isConfig || scope === 'tree' || found.has(path) || server.read(path)) continue;
    if (server.isAnswered({ kind: 'config', path }))
      found.set(path, sentence`its content could not be checked for secrets`);
  }
  const known = [
    ...server.facts.files.filter((file) => file.type === 'file').map((file) => file.path),
    ...carried.filter((entry) => entry.scope === 'file').map((entry) => entry.path),
  ];
  for (const path of known) {
    const why = whySecretPath(path);
    if (why !== undefined && !found.has(path) && isCarried(path) && !isPackaged(server, path)) found.set(path, why);
  }
  return [...found].map(([path, reason]) => ({ kind: 'file', name: slug(path), path, reason }));
}

/** A package's configuration file that nobody changed: an example of a password at most. */
function isAsBrought(server: Server, path: string): boolean {
  const owner = server.package(server.file(path)?.package ?? '');
  return owner?.manager === 'dpkg' && isWithin(path, '/etc') && !owner.changedConffiles.includes(path);
}

/** What a package brings is public, whatever it is called. */
function isPackaged(server: Server, path: string): boolean {
  return server.file(path)?.package !== undefined && !isWithin(path, '/etc');
}
