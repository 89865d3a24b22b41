import type { Sections } from '../probe.ts';
import { named, sectionLines } from './read.ts';
import { splitNul } from './sections.ts';

/**
 * Symbolic links and their targets, however the server's tools printed them. A link that may not be read has no
 * target or is left out.
 */
export function readLinks(sections: Sections): Map<string, string> {
  const links = new Map<string, string>();
  for (const section of named(sections, 'links')) {
    const strings = splitNul(section.body);
    for (let at = 0; at + 1 < strings.length; at += 2) links.set(strings[at] ?? '', strings[at + 1] ?? '');
  }
  for (const record of named(sections, 'links-stat').flatMap((section) => section.records ?? [])) {
    const link = readStatLink(record);
    if (link !== undefined) links.set(link.path, link.target);
  }
  for (const line of sectionLines(sections, 'links-ls')) {
    const [, path, target] = /^l\S+\s.*? (\/\S+) -> (.*)$/.exec(line) ?? [];
    if (path !== undefined && target !== undefined) links.set(path, target);
  }
  return links;
}

/** `PATH/NAME` where NAME is what stat prints for `%N`: `path -> target`, quoted or not. */
function readStatLink(record: string): { path: string; target: string } | undefined {
  const at = record.search(/\/[`'"]?\/.* -> /s);
  if (at === -1) return undefined;
  const path = record.slice(0, at);
  return { path, target: statLinkTarget(path, record.slice(at + 1)) ?? '' };
}

/** The target in stat's `%N` of a link: busybox and old coreutils quote both names, newer ones were told not to. */
export function statLinkTarget(path: string, name: string): string | undefined {
  if (name.startsWith(`${path} -> `)) return name.slice(path.length + 4);
  const quoted = name.startsWith(`'${path}' -> '`) || name.startsWith(`\`${path}' -> \``);
  return quoted ? name.slice(path.length + 7, -1) : undefined;
}
