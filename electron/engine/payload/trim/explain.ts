import type { Chosen } from '../select/choose.ts';
import type { Trimming } from './trimming.ts';

/** Says at each plug-in that is not loaded what it lacks, so that whoever loads it later knows what to add. */
export function explainIdlePlugins(chosen: Iterable<Chosen>, trimming: Trimming): void {
  for (const item of chosen) {
    const lacks = (trimming.idle.get(item.source) ?? []).flatMap((soname) => leftOut(soname, trimming));
    if (trimming.idle.has(item.source)) item.reasons.push(['plug-in that is not loaded', ...lacks].join('; '));
  }
}

function leftOut(soname: string, { provisional, taken, needed }: Trimming): string[] {
  if (needed.has(soname)) return [];
  const owner = [...provisional].find(([, { content }]) => content.libraries.has(soname))?.[0];
  return owner === undefined || taken.get(owner) === 'whole' ? [] : [`without ${soname} of package ${owner}`];
}

/** One line on the packages of which nothing is shipped; undefined where there are none. */
export function unneededPackages({ provisional, taken }: Trimming): string | undefined {
  const names = [...provisional.keys()].filter((name) => !taken.has(name));
  return names.length === 0
    ? undefined
    : `Nothing that is shipped and used needs these packages, which others depend on: ${names.join(', ')}`;
}
