import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { hasStrayBytes } from '../../text/byte-text.ts';
import { isBelow } from '../../text/paths.ts';
import type { Chosen } from './choose.ts';
import { type Lookup, linkDestination, resolvePath } from './resolve.ts';

type Place = EvidenceEntry['place'];

export interface SetApart {
  config: Set<string>;
  configTrees: string[];
  secrets: Set<string>;
}

/** The plan's configuration and secrets as canonical paths: a link that is named stands for what it points at. */
export function setApart(workload: Workload, lookup: Lookup): SetApart {
  const canonical = (path: string): string[] => finalPaths(path, lookup);
  const trees = workload.config.filter(({ scope }) => scope === 'tree').flatMap(({ path }) => canonical(path));
  const files = workload.config.filter(({ scope }) => scope === 'file').flatMap(({ path }) => canonical(path));
  const secrets = workload.secrets.flatMap((secret) => (secret.kind === 'file' ? canonical(secret.path) : []));
  return { config: new Set(files), configTrees: trees, secrets: new Set(secrets) };
}

/** The path itself and, where it is a link, everything on the chain of links to the end. */
function finalPaths(path: string, lookup: Lookup): string[] {
  const found: string[] = [];
  let current = path;
  for (let links = 0; links < 40; links += 1) {
    const resolution = resolvePath(current, lookup);
    if (resolution.kind !== 'found') break;
    found.push(resolution.path);
    const entry = lookup(resolution.path);
    if (entry?.type !== 'symlink') break;
    current = linkDestination(resolution.path, entry.linkTarget ?? '');
  }
  return found;
}

/** Where a file goes by the plan's word alone; undefined where its content or the base decides. */
export function plannedPlace(chosen: Chosen, apart: SetApart): Place | undefined {
  const { source, entry } = chosen;
  // Directories are mount points: the image has them with their owner and mode, Git would keep neither.
  if (entry.type === 'directory') return undefined;
  if (apart.secrets.has(source)) return entry.type === 'file' ? 'secret' : undefined;
  // Neither Git nor YAML can name it, so it cannot be mounted.
  if (hasStrayBytes(source)) return undefined;
  if (apart.config.has(source)) return entry.type === 'file' ? 'config' : undefined;
  return apart.configTrees.some((tree) => isBelow(source, tree)) ? 'config' : undefined;
}

/** Environments of dependencies: not the application's own text, whose history Git should show. */
const thirdParty =
  /\/(node_modules|bower_components|site-packages|dist-packages|vendor|gems|\.git|\.svn|\.hg|__pycache__)\//;
const system = /^\/(etc|usr\/(?!local\/|lib\/cgi-bin\/|share\/[^/]+\/)|bin|sbin|lib[^/]*|boot)\//;
const readableModes = new Set([0o644, 0o755]);

/**
 * Whether a file may be kept as plain text in `app/`: Git keeps neither owner nor mode, so root must own it and all
 * directories above, with the usual modes.
 */
export function mayBeApp(
  chosen: Chosen,
  owned: boolean,
  parents: readonly { uid: number; gid: number; mode: number }[],
): boolean {
  const { entry, path } = chosen;
  return (
    entry.type === 'file' &&
    entry.links === 1 &&
    chosen.explicit &&
    !owned &&
    entry.uid === 0 &&
    entry.gid === 0 &&
    readableModes.has(entry.mode) &&
    !thirdParty.test(path) &&
    !system.test(path) &&
    !hasStrayBytes(path) &&
    parents.every((parent) => parent.uid === 0 && parent.gid === 0 && parent.mode === 0o755)
  );
}

/** Text as Git and an editor see it: UTF-8 without NUL. */
export function isText(content: Buffer): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}
