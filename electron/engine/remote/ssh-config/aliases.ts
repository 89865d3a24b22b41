import type { ConfigNode } from './files.ts';

/** The hosts that a configuration names one by one, in their order: `Host` lines without patterns, includes read in. */
export function hostAliases(config: readonly ConfigNode[]): string[] {
  return [...new Set(config.flatMap(aliasesOf))];
}

function aliasesOf(node: ConfigNode): string[] {
  if (node.kind === 'setting') return [];
  const own = node.kind === 'host' ? node.patterns.filter((pattern) => !/[*?!]/.test(pattern)) : [];
  return [...own, ...node.body.flatMap(aliasesOf)];
}
