import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { ServerEntry } from '../server/survey-output.ts';
import { linkDestination, parentsOf, resolvePath } from './resolve.ts';
import type { ServerFiles } from './server-files.ts';

/** Why a path of the server is wanted. */
export interface Request {
  path: string;
  scope: 'file' | 'tree';
  reason: string;
  /** `package` paths may be trimmed; `explicit` ones were named by the plan; `needed` ones follow from other files. */
  source: 'package' | 'explicit' | 'needed';
}

/** A path of the server that is wanted: canonical, with every reason. */
export interface Wanted {
  path: string;
  entry: ServerEntry;
  reasons: Set<string>;
  sources: Set<Request['source']>;
  /** Named by itself, not only as part of a tree. */
  named: boolean;
}

export interface Closure {
  wanted: Map<string, Wanted>;
  /** What must be looked up before the closure is complete. */
  unknown: { paths: Set<string>; trees: Set<string> };
  /** Named by the plan and not there. */
  missing: { path: string; reason: string }[];
}

interface Visit extends Request {
  /** Asked for by itself; false for what merely lies in a tree that is. */
  named: boolean;
  /** Reached through a link: nobody wrote this path down, so that it may as well be missing. */
  followed: boolean;
}

/** What the plan asks for, without what its packages list (see trim/package-requests.ts). */
export function planRequests(workload: Workload): Request[] {
  const explicit = (path: string, scope: Request['scope'], reason: string): Request => ({
    path,
    scope,
    reason,
    source: 'explicit',
  });
  return [
    ...workload.files.include.map((include) => explicit(include.path, include.scope, include.reason)),
    ...workload.config.map((config) => explicit(config.path, config.scope, config.reason)),
    ...workload.secrets.flatMap((secret) =>
      secret.kind === 'file' ? [explicit(secret.path, 'file', secret.reason)] : [],
    ),
  ];
}

/** Directories that a link is never followed into as a whole: they hold the system, not an application. */
const systemDirectory =
  /^\/(|[^/]+|usr\/[^/]+|var\/(lib|log|cache|spool|tmp|mail|run|lock)|usr\/lib\/[^/]+|etc\/[^/]+)$/;

/**
 * The union of all requests as far as the survey goes: trees expanded, links followed to what they point at, every
 * path canonical. Pure; call it again after `unknown` has been asked until nothing is unknown.
 */
export function closeOver(requests: readonly Request[], files: ServerFiles): Closure {
  const closure: Closure = { wanted: new Map(), unknown: { paths: new Set(), trees: new Set() }, missing: [] };
  const queue: Visit[] = requests.map((request) => ({ ...request, named: true, followed: false }));
  const seen = new Set<string>();
  for (let request = queue.pop(); request !== undefined; request = queue.pop()) {
    const key = [request.scope, request.source, request.named, request.path, request.reason].join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    queue.push(...visit(request, files, closure));
  }
  return closure;
}

function visit(request: Visit, files: ServerFiles, closure: Closure): Visit[] {
  const resolution = resolvePath(request.path, files.lookup);
  if (resolution.kind === 'unknown') {
    for (const parent of [resolution.ask, ...parentsOf(request.path)]) closure.unknown.paths.add(parent);
    return [];
  }
  if (resolution.kind === 'missing') return miss(request, closure);
  // Known under an alias such as /lib/x: the same file as its canonical path.
  const canonical = files.lookup(resolution.path);
  const entry = canonical ?? files.lookup(request.path) ?? canonical;
  if (entry === undefined) {
    closure.unknown.paths.add(resolution.path);
    return [];
  }
  if (entry === null) return miss(request, closure);
  want(closure, resolution.path, entry, request);
  const crossed = resolution.via.map((path) => follow(path, sentence`link on the way to ${resolution.path}`));
  if (entry.type === 'symlink') return [...crossed, ...target(request, resolution.path, entry, files)];
  if (entry.type === 'directory' && request.scope === 'tree' && request.named)
    return [...crossed, ...children(request, resolution.path, files, closure)];
  return crossed;
}

function miss(request: Visit, closure: Closure): [] {
  if (request.source === 'explicit' && !request.followed)
    closure.missing.push({ path: request.path, reason: request.reason });
  return [];
}

function want(closure: Closure, path: string, entry: ServerEntry, request: Visit): void {
  const known = closure.wanted.get(path);
  const wanted = known ?? { path, entry, reasons: new Set(), sources: new Set(), named: false };
  wanted.reasons.add(request.reason);
  wanted.sources.add(request.source);
  wanted.named ||= request.named && request.source !== 'package';
  if (known === undefined) closure.wanted.set(path, wanted);
}

function follow(path: string, reason: string): Visit {
  return { path, scope: 'file', reason, source: 'needed', named: true, followed: true };
}

function target(request: Visit, path: string, entry: ServerEntry, files: ServerFiles): Visit[] {
  const destination = linkDestination(path, entry.linkTarget ?? '');
  const resolution = resolvePath(destination, files.lookup);
  const canonical = resolution.kind === 'found' ? resolution.path : destination;
  const followed = follow(destination, sentence`target of link ${path}`);
  // A link of an application's tree brings what it points at whole; a link of a package, only the file.
  const whole = request.source === 'explicit' && request.scope === 'tree' && !systemDirectory.test(canonical);
  return [whole ? { ...followed, scope: 'tree', source: 'explicit' } : followed];
}

function children(request: Visit, root: string, files: ServerFiles, closure: Closure): Visit[] {
  if (!files.walked(root)) {
    closure.unknown.trees.add(root);
    return [];
  }
  return files.below(root).map((path) => ({ ...request, path, named: false, followed: request.followed }));
}
