import { childrenOf, type TreeNode } from './tree-node.ts';

/** A row of the tree as it stands open now. */
export interface TreeRow<Node extends TreeNode> {
  node: Node;
  /** From 1, as `aria-level` counts. */
  level: number;
  /** Place among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
}

/** Rows of everything that is not inside a closed branch; work in proportion to what is open, not to the tree. */
export function visibleRows<Node extends TreeNode>(
  roots: readonly Node[],
  isOpen: (id: string) => boolean,
  childrenFor: (node: Node) => readonly Node[] | undefined = childrenOf,
): TreeRow<Node>[] {
  const rows: TreeRow<Node>[] = [];
  // A stack of its own: a tree may be deeper than calls may nest.
  const stack: { nodes: readonly Node[]; at: number }[] = [{ nodes: roots, at: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.nodes[top.at];
    if (node === undefined) {
      stack.pop();
      continue;
    }
    top.at += 1;
    rows.push({ node, level: stack.length, position: top.at, siblings: top.nodes.length });
    // Most are leaves, and asking for their children would take the longest of all.
    const children = node.children === undefined ? undefined : childrenFor(node);
    if (children !== undefined && isOpen(node.id)) {
      stack.push({ nodes: children, at: 0 });
    }
  }
  return rows;
}

/** Where the row's parent stands; -1 for a root. */
export function parentRow<Node extends TreeNode>(rows: readonly TreeRow<Node>[], index: number): number {
  const level = rows[index]?.level ?? 1;
  for (let at = index - 1; at >= 0; at -= 1) {
    if ((rows[at]?.level ?? 0) < level) return at;
  }
  return -1;
}
