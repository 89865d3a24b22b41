import type { GatherContext, Gathered } from '../gather-context.ts';
import type { Chosen } from '../select/choose.ts';
import type { Request } from '../select/closure.ts';
import { ownershipOf } from '../select/origin.ts';
import { parentsOf, resolvePath } from '../select/resolve.ts';
import { type Need, needsLoaderCache, needsOf } from './find-needs.ts';
import type { LoaderCache } from './loader-cache.ts';

/** Looks into what was newly fetched and asks for what it needs and neither payload nor base has. */
export async function meetNeeds(
  context: GatherContext,
  gathered: Gathered,
  fetched: readonly Chosen[],
  examined: Set<string>,
  cache: LoaderCache,
): Promise<Request[]> {
  const needs = await newNeeds(context, gathered, fetched, examined, cache);
  const open = needs.filter((need) => !need.candidates.some((path) => baseHas(context, path)));
  await lookUp(context, gathered, open);
  const requests: Request[] = [];
  for (const need of open) {
    const provided = need.candidates.find((path) => serverHas(gathered, path));
    if (provided === undefined) reportMissing(gathered, need);
    else requests.push(...requestsFor(need, provided, cache));
  }
  return unmet(requests, gathered);
}

async function newNeeds(
  { workload, spool }: GatherContext,
  gathered: Gathered,
  fetched: readonly Chosen[],
  examined: Set<string>,
  cache: LoaderCache,
): Promise<Need[]> {
  const variable = (name: string): string | undefined => workload.environment.find((item) => item.name === name)?.value;
  const needsContext = {
    cache,
    libraryPath: variable('LD_LIBRARY_PATH')?.split(':') ?? [],
    path: variable('PATH'),
    owned: (path: string) => ownershipOf(path, gathered.owners).package !== undefined,
  };
  const needs: Need[] = [];
  for (const chosen of fetched) {
    if (examined.has(chosen.source) || !spool.files.has(chosen.source)) continue;
    examined.add(chosen.source);
    needs.push(...(await needsOf(chosen, spool.contentPath(chosen.source), needsContext)));
  }
  return needs;
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
  const reason = `loader cache: where ${need.soname} is found`;
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
    gathered.notes.push(`${need.candidates[0]}, the ${need.reason}, is not on the server.`);
    return;
  }
  const shipped = [...gathered.choice.chosen.keys()].some((path) => path.endsWith(`/${need.soname}`));
  // A library next to its plugin is opened by the program that brings it, whatever the loader would say.
  if (!shipped) gathered.missingLibraries.push({ soname: need.soname, neededBy: need.neededBy });
}
