import type { TreeNode } from './tree-node.ts';
import type { TreeRow } from './visible-rows.ts';

/** The next row whose name begins with a letter, going round; the active row where there is none. */
export function findByLetter<Node extends TreeNode>(
  rows: readonly TreeRow<Node>[],
  active: number,
  letter: string,
): number {
  const wanted = letter.toLowerCase();
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (active + step) % rows.length;
    if (rows[index]?.node.name.toLowerCase().startsWith(wanted) === true) return index;
  }
  return active;
}
