import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { GatherContext, Gathered } from './gather-context.ts';
import { parseLoaderCache } from './needs/loader-cache.ts';
import { type Learnt, meetNeeds } from './needs/meet-needs.ts';
import { isInBase, mayBeInBase } from './select/base-compare.ts';
import { type Chosen, choose, compare } from './select/choose.ts';
import { type Closure, closeOver, planRequests, type Request } from './select/closure.ts';
import { leaveOutRule } from './select/leave-out.ts';
import { aliasesOf, digestKind, type Ownership, ownershipOf } from './select/origin.ts';
import { plannedPlace, setApart } from './select/places.ts';
import { parentsOf } from './select/resolve.ts';
import { openServerFiles, type ServerFiles } from './select/server-files.ts';
import { hashOnServer } from './server/hash.ts';
import { askOwners } from './server/owners.ts';
import { fetchAll } from './stream/fetch-all.ts';
import type { FetchItem } from './stream/spool-writer.ts';
import { leftOutFiles, settleIdlePlugins, unneededPackages } from './trim/explain.ts';
import { wakeByPlan } from './trim/named-files.ts';
import { packageRequests } from './trim/package-requests.ts';
import { startTrimming, type Trimming, takeNeeded, takeUnexplained } from './trim/trimming.ts';

/** What every base image has and programs count on. */
const scratchRequests: Request[] = ['/etc/os-release', '/etc/nsswitch.conf'].map((path) => ({
  path,
  scope: 'file',
  reason: sentence`surroundings that scratch lacks`,
  source: 'needed',
}));

/** A chain of libraries each of which only the one before it names is shorter than this. */
const maxRounds = 40;
/** Beyond this a workload is a whole machine. */
const maxFiles = 500_000;

/** Surveys, chooses and fetches until nothing that was fetched needs anything more. */
export async function gather(context: GatherContext): Promise<Gathered> {
  const { workload } = context;
  const empty = workload.data.filter(({ filled }) => !filled);
  const files = openServerFiles([...empty, ...workload.logs].map(({ path }) => path));
  const gathered: Gathered = {
    files,
    choice: { chosen: new Map(), kept: new Map(), notes: [] },
    apart: { config: new Set(), configTrees: [], secrets: new Set() },
    owners: { owner: new Map(), digest: new Map(), records: new Map(), overridden: new Set() },
    inBase: new Set(),
    byPackage: new Set(),
    missing: [],
    missingLibraries: [],
    leftOut: [],
    notes: [],
  };
  const requests = [...planRequests(workload), ...(context.base.size === 0 ? scratchRequests : [])];
  await surveyFirst(context, files, requests);
  const trimming = startTrimming(workload, files, context);
  wakeByPlan(workload, trimming);
  const state: RoundState = { ownersAsked: new Set(), compared: new Set(), examined: new Set(), trimming };
  for (let round = 0; round < maxRounds; round += 1) {
    const woken = trimming.woken.size;
    const further = await gatherRound(context, gathered, requests, state);
    requests.push(...further);
    const hasMore = takeNeeded(trimming) || further.length > 0 || trimming.woken.size > woken;
    if (!hasMore && !takeUnexplained(trimming)) break;
  }
  const plugins = settleIdlePlugins(gathered, trimming, context.base);
  gathered.leftOut = [...plugins, ...leftOutFiles(gathered, trimming)];
  const unneeded = unneededPackages(trimming);
  if (unneeded !== undefined)
    context.job.emit({ type: 'log', step: 'extract', workload: workload.name, text: unneeded });
  return gathered;
}

interface RoundState extends Learnt {
  ownersAsked: Set<string>;
  compared: Set<string>;
}

async function gatherRound(
  context: GatherContext,
  gathered: Gathered,
  requests: Request[],
  state: RoundState,
): Promise<Request[]> {
  const { workload, base, job } = context;
  const closure = await completeClosure(context, gathered.files, requests, state.trimming);
  gathered.missing = closure.missing;
  gathered.choice = choose(closure, leaveOutRule(workload, context.languages), base, gathered.files.lookup);
  gathered.apart = setApart(workload, gathered.files.lookup);
  await learnOwners(context, gathered, state);
  await compareWithBase(context, gathered, state);
  const wanted = contentWanted(gathered);
  if (context.looksOnly) tellLooked(gathered, context);
  else await fetchContents(context, gathered, wanted);
  job.signal.throwIfAborted();
  return meetNeeds(context, gathered, wanted, state, parseLoaderCache(gathered.files.loaderCache));
}

async function fetchContents(context: GatherContext, gathered: Gathered, wanted: Chosen[]): Promise<void> {
  const items = wanted.map((chosen) => fetchItem(chosen, gathered));
  const changed = await fetchAll(context, gathered.files, items);
  gathered.notes.push(
    ...changed.map((path) => sentence`${path} kept changing while it was read; its content may be torn.`),
  );
}

function tellLooked({ choice }: Gathered, { job, workload }: GatherContext): void {
  job.emit({ type: 'progress', step: 'extract', workload: workload.name, done: choice.chosen.size, unit: 'files' });
}

/** Everything that is known to be wanted, in one exec. */
async function surveyFirst(
  { workload, session, job }: GatherContext,
  files: ServerFiles,
  requests: Request[],
): Promise<void> {
  const packages = workload.files.packages.map(({ name }) => name);
  const trees = requests.filter(({ scope }) => scope === 'tree').map(({ path }) => path);
  const own = [...workload.data, ...workload.logs, ...workload.directories].map(({ path }) => path);
  const paths = [...requests.map(({ path }) => path), ...own];
  const firstPaths = [...paths, ...paths.flatMap(parentsOf), '/lib', '/lib64', '/bin', '/sbin', '/etc/ld.so.cache'];
  await session.attempt((host) => files.ask(host, { packages, trees, paths: firstPaths }, job.signal));
}

async function completeClosure(
  { workload, session, job }: GatherContext,
  files: ServerFiles,
  requests: Request[],
  trimming: Trimming,
): Promise<Closure> {
  for (;;) {
    const closure = closeOver([...requests, ...packageRequests(workload, files, trimming)], files);
    if (files.entries.size > maxFiles) throw tooMany(workload.name);
    const { paths: unknown, trees: unknownTrees } = closure.unknown;
    if (unknown.size === 0 && unknownTrees.size === 0) return closure;
    const wants = { paths: [...unknown], trees: [...unknownTrees] };
    const asked = await session.attempt((host) => files.ask(host, wants, job.signal));
    if (!asked)
      throw new SlipwayError('internal', sentence`What ${[...unknown, ...unknownTrees][0]} is stays unknown.`);
  }
}

function tooMany(workload: string): SlipwayError {
  return new SlipwayError('usage', sentence`The workload ${workload} covers more than ${maxFiles} files.`, {
    hint: sentence`Leave out large directories (--exclude), or name them as data in slipway.yaml.`,
  });
}

async function learnOwners({ session, job }: GatherContext, gathered: Gathered, state: RoundState): Promise<void> {
  const fresh = [...gathered.choice.chosen.values()]
    .map(({ source }) => source)
    .filter((path) => !state.ownersAsked.has(path));
  if (fresh.length === 0 || gathered.files.manager === 'none') return;
  const owners = await session.attempt((host) => askOwners(host, fresh.flatMap(aliasesOf), job.signal));
  for (const path of fresh) state.ownersAsked.add(path);
  for (const kind of ['owner', 'digest'] as const)
    for (const [path, value] of owners[kind]) gathered.owners[kind].set(path, value);
  for (const [name, record] of owners.records) gathered.owners.records.set(name, record);
  for (const path of owners.overridden) gathered.owners.overridden.add(path);
}

async function compareWithBase(context: GatherContext, gathered: Gathered, state: RoundState): Promise<void> {
  const { base, workload } = context;
  const all = [...gathered.choice.chosen.values()];
  const open = all.filter(({ path }) => !state.compared.has(path));
  for (const chosen of all) state.compared.add(chosen.path);
  const free = open.filter((chosen) => plannedPlace(chosen, gathered.apart) === undefined);
  for (const chosen of free) if (isInBase(chosen, base)) gathered.inBase.add(chosen.path);
  await compareContents(
    context,
    gathered,
    free.filter((chosen) => mayBeInBase(chosen, base)),
  );
  if (workload.strategy === 'packages') await findUnchanged(context, gathered, free);
}

async function compareContents(
  { base, session, job }: GatherContext,
  gathered: Gathered,
  files: Chosen[],
): Promise<void> {
  if (files.length === 0) return;
  const paths = files.map(({ source }) => source);
  const { hashes, capable } = await session.attempt((host) => hashOnServer(host, 'sha256sum', paths, job.signal));
  for (const { path, source } of files) {
    if (hashes.get(source) === base.get(path)?.sha256 && !capable.has(source)) gathered.inBase.add(path);
  }
}

/** Strategy `packages`: what the package manager will install just so need not be sent. */
async function findUnchanged(
  { workload, session, job }: GatherContext,
  gathered: Gathered,
  chosen: Chosen[],
): Promise<void> {
  const names = new Set(workload.files.packages.map(({ name }) => name));
  const owned = chosen
    .map((item) => ({ item, ownership: ownershipOf(item.source, gathered.owners) }))
    .filter(
      ({ item, ownership }) =>
        names.has(ownership.package ?? '') && !gathered.inBase.has(item.path) && !ownership.overridden,
    );
  for (const { item } of owned) if (item.entry.type !== 'file') gathered.byPackage.add(item.path);
  for (const tool of ['md5sum', 'sha1sum', 'sha256sum'] as const) {
    const files = owned.filter(({ item, ownership }) => item.entry.type === 'file' && toolFor(ownership) === tool);
    const paths = files.map(({ item }) => item.source);
    const { hashes } = await session.attempt((host) => hashOnServer(host, tool, paths, job.signal));
    for (const { item, ownership } of files) {
      if (hashes.get(item.source) === hexDigest(ownership)) gathered.byPackage.add(item.path);
    }
  }
}

function toolFor({ digest }: Ownership): 'md5sum' | 'sha1sum' | 'sha256sum' | undefined {
  if (digest === undefined) return undefined;
  const kind = digestKind(digest);
  return kind === undefined ? 'sha256sum' : `${kind}sum`;
}

function hexDigest({ digest }: Ownership): string | undefined {
  return digest?.startsWith('Q1') ? Buffer.from(digest.slice(2), 'base64').toString('hex') : digest;
}

/** The regular files whose content is needed here; of several names of one file, the first in order. */
function contentWanted({ choice, inBase, byPackage }: Gathered): Chosen[] {
  const inodes = new Set<string>();
  const files = [...choice.chosen.values()].filter(
    ({ path, entry }) => entry.type === 'file' && !inBase.has(path) && !byPackage.has(path),
  );
  return files
    .sort((a, b) => compare(a.path, b.path))
    .filter(({ entry }) => {
      const isFirst = entry.links === 1 || !inodes.has(entry.inode);
      inodes.add(entry.inode);
      return isFirst;
    });
}

function fetchItem(chosen: Chosen, gathered: Gathered): FetchItem {
  const digest = digestKind(ownershipOf(chosen.source, gathered.owners).digest);
  return { path: chosen.source, size: chosen.entry.size, ...(digest === undefined ? {} : { digest }) };
}
