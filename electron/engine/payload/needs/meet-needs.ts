import { posix } from 'node:path';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { GatherContext, Gathered } from '../gather-context.ts';
import type { Chosen } from '../select/choose.ts';
import type { Request } from '../select/closure.ts';
import { isDocumentation } from '../select/leave-out.ts';
import { ownershipOf } from '../select/origin.ts';
import { parentsOf, resolvePath } from '../select/resolve.ts';
import { idlePluginRule } from '../trim/idle-plugins.ts';
import { mentionsIn } from '../trim/mentions.ts';
import { ruleFor, sleepingRules, wake } from '../trim/named-files.ts';
import { isNamed, type NamedLibraries } from '../trim/named-libraries.ts';
import { noteLinks, provisionalLibraries, type Trimming } from '../trim/trimming.ts';
import { type Need, needsLoaderCache, needsOf } from './find-needs.ts';
import type { LoaderCache } from './loader-cache.ts';

/** What earlier rounds learnt. */
export interface Learnt {
  /** Files of the server that were looked into. */
  examined: Set<string>;
  trimming: Trimming;
}

/** Looks into what was newly fetched and asks for what it needs and neither payload nor base has. */
export async function meetNeeds(
  context: GatherContext,
  gathered: Gathered,
  fetched: readonly Chosen[],
  learnt: Learnt,
  cache: LoaderCache,
): Promise<Request[]> {
  const needs = await newNeeds(context, gathered, fetched, learnt, cache);
  const trimmed = provisionalLibraries(learnt.trimming);
  for (const need of needs) for (const path of need.candidates) learnt.trimming.needed.add(posix.basename(path));
  // The base's library of that name may be an older one, and the package that brings the server's does not come whole.
  const isTrimmed = (path: string): boolean => trimmed.has(posix.basename(path));
  const open = needs.filter(
    ({ candidates }) => candidates.some(isTrimmed) || !candidates.some((path) => baseHas(context, path)),
  );
  await lookUp(context, gathered, open);
  const requests: Request[] = [];
  for (const need of open) {
    const provided = need.candidates.find((path) => serverHas(gathered, path));
    if (provided !== undefined) requests.push(...requestsFor(need, provided, cache));
    else if (!need.candidates.some((path) => baseHas(context, path))) reportMissing(gathered, need);
  }
  return unmet(requests, gathered);
}

async function newNeeds(
  { workload, spool }: GatherContext,
  gathered: Gathered,
  fetched: readonly Chosen[],
  { examined, trimming }: Learnt,
  cache: LoaderCache,
): Promise<Need[]> {
  const variable = (name: string): string | undefined => workload.environment.find((item) => item.name === name)?.value;
  const needsContext = {
    cache,
    libraryPath: variable('LD_LIBRARY_PATH')?.split(':') ?? [],
    path: variable('PATH'),
    owned: (path: string) => ownershipOf(path, gathered.owners).package !== undefined,
  };
  const isIdlePlugin = idlePluginRule(workload);
  const isIdle = (path: string): boolean => isIdlePlugin(path) || ruleFor(path, 'idle', trimming) !== undefined;
  const needs: Need[] = [];
  for (const chosen of fetched) {
    const { source } = chosen;
    if (examined.has(source) || !spool.files.has(source)) continue;
    examined.add(source);
    const own = await needsOf(chosen, spool.contentPath(source), needsContext);
    const sonames = own.flatMap(({ soname }) => soname ?? []);
    noteLinks(trimming, ownershipOf(source, gathered.owners).package, sonames);
    if (isIdle(source)) trimming.idle.set(source, sonames);
    else {
      const isOwn = !needsContext.owned(source);
      const named = await lookForNames(chosen, spool.contentPath(source), isOwn, { examined, trimming });
      needs.push(...own, ...namedNeeds(chosen, named, sonames, trimming));
    }
  }
  return needs;
}

/** Libraries that a file names; wakes the rules whose names it bears. */
async function lookForNames(
  { source, entry }: Chosen,
  local: string,
  isOwn: boolean,
  { examined, trimming }: Learnt,
): Promise<NamedLibraries> {
  const rules = isDocumentation(source) ? [] : sleepingRules(trimming).filter(({ silent }) => !silent.test(source));
  const mentions = await mentionsIn(local, entry.size, rules, isOwn);
  wake(mentions.rules, trimming, examined);
  return mentions.libraries;
}

/** Libraries that a file opens by name while it runs, besides those it links to and as far as they could be left out. */
function namedNeeds({ path, source }: Chosen, named: NamedLibraries, sonames: string[], trimming: Trimming): Need[] {
  return [...provisionalLibraries(trimming)]
    .filter(([file]) => !sonames.includes(file) && !isItself(file, source) && isNamed(file, named))
    .map(([file, library]) => ({ candidates: [library], reason: sentence`${file} named in ${path}`, neededBy: path }));
}

/** A library bears its own name: `libz.so.1` stands in `libz.so.1.2.13`. */
function isItself(soname: string, path: string): boolean {
  const file = posix.basename(path);
  return file === soname || file.startsWith(`${soname}.`);
}

function baseHas({ base }: GatherContext, path: string): boolean {
  const resolution = resolvePath(`${path}/.end`, (name) => base.get(name) ?? null);
  return resolution.kind === 'found';
}

async function lookUp({ session, job }: GatherContext, { files }: Gathered, needs: Need[]): Promise<void> {
  for (;;) {
    const paths = needs.flatMap(({ candidates }) => candidates).flatMap((path) => unknownOn(files, path));
    if (paths.length === 0) return;
    await session.attempt((host) => files.ask(host, { paths }, job.signal));
  }
}

function unknownOn(files: Gathered['files'], path: string): string[] {
  const resolution = resolvePath(path, files.lookup);
  if (resolution.kind === 'unknown')
    return [resolution.ask, ...parentsOf(path)].filter((part) => files.lookup(part) === undefined);
  return resolution.kind === 'found' && files.lookup(resolution.path) === undefined ? [resolution.path] : [];
}

function serverHas({ files }: Gathered, path: string): boolean {
  const resolution = resolvePath(path, files.lookup);
  if (resolution.kind !== 'found') return false;
  const type = files.lookup(resolution.path)?.type;
  return type === 'file' || type === 'symlink';
}

function requestsFor(need: Need, path: string, cache: LoaderCache): Request[] {
  const request: Request = { path, scope: 'file', reason: need.reason, source: 'needed' };
  if (need.soname === undefined || !needsLoaderCache(need.soname, path, need, cache)) return [request];
  const reason = sentence`loader cache: where ${need.soname} is found`;
  return [request, { path: '/etc/ld.so.cache', scope: 'file', reason, source: 'needed' }];
}

/** Leaves out what is chosen already for the same reason, so that the rounds come to an end. */
function unmet(requests: Request[], gathered: Gathered): Request[] {
  return requests.filter(({ path, reason }) => {
    const resolution = resolvePath(path, gathered.files.lookup);
    const chosen = resolution.kind === 'found' ? gathered.choice.chosen.get(resolution.path) : undefined;
    return chosen?.reasons.includes(reason) !== true;
  });
}

function reportMissing(gathered: Gathered, need: Need): void {
  if (need.soname === undefined) {
    gathered.notes.push(sentence`${need.candidates[0]}, the ${need.reason}, is not on the server.`);
    return;
  }
  const shipped = [...gathered.choice.chosen.keys()].some((path) => path.endsWith(`/${need.soname}`));
  // A library next to its plugin is opened by the program that brings it, whatever the loader would say.
  if (!shipped) gathered.missingLibraries.push({ soname: need.soname, neededBy: need.neededBy });
}
