import { readFile } from 'node:fs/promises';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { hasStrayBytes } from '../../text/byte-text.ts';
import type { GatherContext, Gathered } from '../gather-context.ts';
import type { Chosen } from '../select/choose.ts';
import { compare } from '../select/choose.ts';
import { originOf, ownershipOf } from '../select/origin.ts';
import { isText, mayBeApp, plannedPlace } from '../select/places.ts';
import { parentsOf } from '../select/resolve.ts';
import type { SpooledFile } from '../stream/spool.ts';
import type { LocatedEntry } from './located-entry.ts';
import { repeatedSecrets } from './repeated-secrets.ts';
import { secretsIn } from './secret-files.ts';

export interface FromServer {
  entries: LocatedEntry[];
  foundSecrets: { path: string; rule: string }[];
  notes: string[];
}

/** Evidence of everything that was chosen on the server: what it is, where it goes, why. */
export async function evidenceFromServer(context: GatherContext, gathered: Gathered): Promise<FromServer> {
  const result: FromServer = { entries: [], foundSecrets: [], notes: [] };
  const chosen = [...gathered.choice.chosen.values()].sort((a, b) => compare(a.path, b.path));
  const inodes = contentByInode(context, chosen);
  for (const item of chosen) {
    context.job.signal.throwIfAborted();
    const located = await locate(context, gathered, item, inodes);
    if (located === undefined)
      result.notes.push(sentence`${item.source} could not be read on the server and is missing.`);
    else result.entries.push(await setSecretsApart(located, result.foundSecrets));
  }
  for (const { located, rule } of await repeatedSecrets(result.entries, context.secrets))
    result.entries[result.entries.indexOf(located)] = setApart(located, [rule], result.foundSecrets);
  leaveUnmountable(result);
  for (const item of gathered.choice.kept.values()) {
    if (!gathered.choice.chosen.has(item.path))
      result.entries.push({ entry: { ...describe(item, gathered, undefined), place: 'base' } });
  }
  return result;
}

/** Of several names of one file, only one was fetched. */
function contentByInode({ spool }: GatherContext, chosen: Chosen[]): Map<string, string> {
  const inodes = new Map<string, string>();
  for (const { source, entry } of chosen) {
    if (entry.type === 'file' && spool.files.has(source) && !inodes.has(entry.inode)) inodes.set(entry.inode, source);
  }
  return inodes;
}

async function locate(
  context: GatherContext,
  gathered: Gathered,
  item: Chosen,
  inodes: Map<string, string>,
): Promise<LocatedEntry | undefined> {
  const { path, entry } = item;
  if (gathered.inBase.has(path)) {
    const sha256 = context.base.get(path)?.sha256;
    return {
      entry: { ...describe(item, gathered, undefined), place: 'base', ...(sha256 === undefined ? {} : { sha256 }) },
    };
  }
  if (gathered.byPackage.has(path)) return { entry: { ...describe(item, gathered, undefined), place: 'package' } };
  const planned = plannedPlace(item, gathered.apart);
  if (entry.type !== 'file') return { entry: { ...describe(item, gathered, undefined), place: planned ?? 'payload' } };
  const source = context.spool.files.has(item.source) && entry.links === 1 ? item.source : inodes.get(entry.inode);
  const spooled = source === undefined ? undefined : context.spool.files.get(source);
  if (source === undefined || spooled === undefined) {
    return context.looksOnly
      ? { entry: { ...describe(item, gathered, undefined), place: planned ?? 'payload' } }
      : undefined;
  }
  const local = context.spool.contentPath(source);
  const place = planned ?? ((await isApp(item, gathered, local)) ? 'app' : 'payload');
  return {
    entry: { ...describe(item, gathered, spooled), place },
    local,
    spooled,
    ...(entry.links > 1 ? { inode: entry.inode } : {}),
  };
}

function describe(item: Chosen, gathered: Gathered, spooled: SpooledFile | undefined): Omit<EvidenceEntry, 'place'> {
  const { entry, path, reasons } = item;
  const ownership = ownershipOf(item.source, gathered.owners);
  return {
    path,
    type: entry.type === 'other' ? 'file' : entry.type,
    mode: entry.mode,
    uid: entry.uid,
    gid: entry.gid,
    size: entry.type === 'file' ? (spooled?.size ?? entry.size) : 0,
    // That of a directory says when something came or went: it would differ from run to run, and nothing reads it.
    mtime: entry.type === 'directory' ? 0 : (spooled?.mtime ?? entry.mtime),
    ...(entry.linkTarget === undefined ? {} : { linkTarget: entry.linkTarget }),
    ...(spooled === undefined ? {} : { sha256: spooled.sha256 }),
    ...(spooled?.xattrs === undefined ? {} : { xattrs: spooled.xattrs }),
    // Directories belong to many packages at once.
    ...(ownership.package === undefined || entry.type === 'directory' ? {} : { package: ownership.package }),
    origin: originOf(item, ownership, spooled),
    reasons,
  };
}

async function isApp(item: Chosen, gathered: Gathered, local: string): Promise<boolean> {
  const parents = parentsOf(item.path).flatMap((parent) => gathered.files.lookup(parent) ?? []);
  const owned = ownershipOf(item.source, gathered.owners).package !== undefined;
  if (item.entry.size > 1024 * 1024 || !mayBeApp(item, owned, parents)) return false;
  return isText(await readFile(local));
}

async function setSecretsApart(located: LocatedEntry, found: FromServer['foundSecrets']): Promise<LocatedEntry> {
  const { entry, local } = located;
  const rules = local === undefined ? [] : await secretsIn(entry, local);
  return rules.length === 0 && entry.place !== 'secret' ? located : setApart(located, rules, found);
}

/** A secret goes to its place by its name, and none of what mounts it can write a name that is not UTF-8. */
function leaveUnmountable(result: FromServer): void {
  const left = result.entries.filter(({ entry }) => entry.place === 'secret' && hasStrayBytes(entry.path));
  for (const { entry } of left)
    result.notes.push(sentence`${entry.path} holds a secret and has a name that is not UTF-8: it is left out.`);
  if (left.length > 0) result.entries = result.entries.filter((located) => !left.includes(located));
}

function setApart(located: LocatedEntry, rules: string[], found: FromServer['foundSecrets']): LocatedEntry {
  const { entry } = located;
  if (rules.length > 0) found.push({ path: entry.path, rule: rules.join(', ') });
  const { sha256: _guessable, ...rest } = entry;
  const reasons = [...entry.reasons, ...rules.map((rule) => sentence`holds a secret (${rule})`)];
  return { ...located, entry: { ...rest, place: 'secret', reasons } };
}
