import type { ConfigNode } from './files.ts';
import { matchesPatternList } from './wildcard.ts';

export interface LookUpSubject {
  /** As the person wrote it. */
  host: string;
  user: string | undefined;
  localUser: string;
}

/** Directives whose every occurrence counts; of all others the first one wins. */
const repeatable = new Set(['identityfile', 'certificatefile']);

/**
 * What ssh_config(5) says about a host: directive in lower case to its words, of repeatable ones to all values in order.
 * A `Match` block with `exec`, `final`, `canonical`, `localnetwork` or `tagged` does not apply: nothing is run, nor is
 * the name made canonical.
 */
export function lookUp(config: readonly ConfigNode[], subject: LookUpSubject): Map<string, string[]> {
  const found = new Map<string, string[]>();
  visit(config, subject, found);
  return found;
}

function visit(nodes: readonly ConfigNode[], subject: LookUpSubject, found: Map<string, string[]>): void {
  for (const node of nodes) {
    if (node.kind === 'setting') set(found, node.name, node.words);
    else if (applies(node, subject, found)) visit(node.body, subject, found);
  }
}

function set(found: Map<string, string[]>, name: string, words: string[]): void {
  const earlier = found.get(name);
  if (earlier === undefined) found.set(name, [...words]);
  else if (repeatable.has(name)) earlier.push(...words);
}

function applies(
  node: Exclude<ConfigNode, { kind: 'setting' }>,
  subject: LookUpSubject,
  found: ReadonlyMap<string, string[]>,
): boolean {
  if (node.kind === 'include') return true;
  if (node.kind === 'host') return matchesPatternList(node.patterns, subject.host);
  return [...node.criteria].every(([name, value]) => meets(name, value.split(','), subject, found));
}

function meets(
  criterion: string,
  patterns: string[],
  subject: LookUpSubject,
  found: ReadonlyMap<string, string[]>,
): boolean {
  const negated = criterion.startsWith('!');
  const name = negated ? criterion.slice(1) : criterion;
  if (name === 'all') return !negated;
  const value = subjectValue(name, subject, found);
  return value !== undefined && matchesPatternList(patterns, value) !== negated;
}

function subjectValue(name: string, subject: LookUpSubject, found: ReadonlyMap<string, string[]>): string | undefined {
  if (name === 'host') return (found.get('hostname')?.[0] ?? subject.host).replaceAll('%h', subject.host);
  if (name === 'originalhost') return subject.host;
  if (name === 'user') return subject.user ?? found.get('user')?.[0] ?? subject.localUser;
  return name === 'localuser' ? subject.localUser : undefined;
}
