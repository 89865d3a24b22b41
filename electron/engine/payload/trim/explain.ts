import { posix } from 'node:path';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Gathered } from '../gather-context.ts';
import type { Chosen } from '../select/choose.ts';
import type { BaseEntries } from '../select/onto-base.ts';
import { linkDestination } from '../select/resolve.ts';
import { absentFiles, ruleFor } from './named-files.ts';
import type { Trimming } from './trimming.ts';

/**
 * Plug-ins that are not loaded: one that lacks a library, here and in the base, could not be opened and stays on the
 * server as well. Gives these with what they lack, so that whoever wants to load one knows what to add.
 */
export function settleIdlePlugins(gathered: Gathered, trimming: Trimming, base: BaseEntries): Gathered['leftOut'] {
  const inBase = new Set([...base.keys()].map((path) => posix.basename(path)));
  const left: Gathered['leftOut'] = [];
  const { chosen } = gathered.choice;
  for (const item of [...chosen.values()].filter(({ source }) => trimming.idle.has(source))) {
    const sonames = (trimming.idle.get(item.source) ?? []).filter((soname) => !inBase.has(soname));
    const lacks = sonames.flatMap((soname) => leftOut(soname, trimming));
    if (lacks.length === 0 || item.explicit)
      item.reasons.push([sentence`plug-in that is not loaded`, ...lacks].join('; '));
    else
      left.push({ reason: [sentence`plug-in that is not loaded`, ...lacks].join('; '), paths: remove(item, chosen) });
  }
  return left;
}

/** Takes a file out with the links that point at it, and gives their paths. */
function remove(file: Chosen, chosen: Map<string, Chosen>): string[] {
  const links = [...chosen.values()].filter(
    ({ path, entry }) => entry.type === 'symlink' && linkDestination(path, entry.linkTarget ?? '') === file.path,
  );
  const paths = [file, ...links].map(({ path }) => path).sort();
  for (const path of paths) chosen.delete(path);
  return paths;
}

function leftOut(soname: string, trimming: Trimming): string[] {
  const { provisional, taken, needed } = trimming;
  if (needed.has(soname)) return [];
  const [owner, packaged] = [...provisional].find(([, { content }]) => content.libraries.has(soname)) ?? [];
  const path = packaged?.content.libraries.get(soname);
  if (owner === undefined || path === undefined) return [];
  const isThere = taken.get(owner) === 'whole' && ruleFor(path, 'absent', trimming) === undefined;
  return isThere ? [] : [sentence`without ${soname} of package ${owner}`];
}

/** What stays on the server of packages that are shipped, since nothing that is shipped and used bears its names. */
export function leftOutFiles({ files, choice }: Gathered, trimming: Trimming): Gathered['leftOut'] {
  const listed = [...files.packages]
    .filter(([name]) => !trimming.provisional.has(name) || trimming.taken.get(name) === 'whole')
    .flatMap(([, paths]) => paths)
    .filter((path) => !choice.chosen.has(path) && files.lookup(path)?.type !== 'directory');
  return absentFiles(listed, trimming).map(({ what, paths }) => ({
    reason: sentence`${what}, which nothing that is shipped and used names`,
    paths,
  }));
}

/** One line on the packages of which nothing is shipped; undefined where there are none. */
export function unneededPackages({ provisional, taken }: Trimming): string | undefined {
  const names = [...provisional.keys()].filter((name) => !taken.has(name));
  return names.length === 0
    ? undefined
    : sentence`Nothing that is shipped and used needs these packages, which others depend on: ${names.join(', ')}`;
}
