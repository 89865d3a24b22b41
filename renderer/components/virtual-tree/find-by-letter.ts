import type { TreeNode } from './tree-node.ts';
import type { TreeRows } from './visible-rows.ts';

/** The next row whose name begins with a letter, going round; the active row where there is none. */
export function findByLetter({ runs }: TreeRows<TreeNode>, active: number, letter: string): number {
  const wanted = letter.toLowerCase();
  let first: number | undefined;
  for (const { nodes, from, end, row } of runs) {
    for (let at = from; at < end; at += 1) {
      if (nodes[at]?.name.charAt(0).toLowerCase() !== wanted) continue;
      const found = row + at - from;
      if (found > active) return found;
      first ??= found;
    }
  }
  return first ?? active;
}
