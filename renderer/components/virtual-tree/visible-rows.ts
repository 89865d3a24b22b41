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

/** Siblings that stand below each other: none of them is open, but perhaps the last. */
interface Run<Node extends TreeNode> {
  /** All the siblings, of which those from `from` up to `end` are in the run. */
  nodes: readonly Node[];
  from: number;
  end: number;
  /** Where the first of them stands, and the branch that they are in; -1 for the roots. */
  row: number;
  parent: number;
  level: number;
}

/** The rows of a tree, told by a few runs: a single folder may hold hundreds of thousands of files. */
export interface TreeRows<Node extends TreeNode> {
  runs: readonly Run<Node>[];
  count: number;
}

/** Rows of everything that is not inside a closed branch; a row itself is made when it is asked for. */
export function visibleRows<Node extends TreeNode>(
  roots: readonly Node[],
  isOpen: (id: string) => boolean,
  childrenFor: (node: Node) => readonly Node[] | undefined = childrenOf,
): TreeRows<Node> {
  const runs: Run<Node>[] = [];
  let count = 0;
  // A stack of its own: a tree may be deeper than calls may nest.
  const stack: { nodes: readonly Node[]; at: number; parent: number }[] = [{ nodes: roots, at: 0, parent: -1 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const { nodes, at: from, parent } = top;
    const openAt = nextOpen(nodes, from, isOpen);
    const end = Math.min(openAt + 1, nodes.length);
    if (end > from) runs.push({ nodes, from, end, row: count, parent, level: stack.length });
    count += end - from;
    top.at = end;
    const open = nodes[openAt];
    if (open === undefined) stack.pop();
    else stack.push({ nodes: childrenFor(open) ?? [], at: 0, parent: count - 1 });
  }
  return { runs, count };
}

/** Index of the next open branch; how many nodes there are where none is. */
function nextOpen(nodes: readonly TreeNode[], from: number, isOpen: (id: string) => boolean): number {
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at];
    // Most are leaves, and asking whether they are open would take the longest of all.
    if (node?.children !== undefined && isOpen(node.id)) return at;
  }
  return nodes.length;
}

export function rowAt<Node extends TreeNode>(rows: TreeRows<Node>, index: number): TreeRow<Node> | undefined {
  const run = runAt(rows, index);
  if (run === undefined) return undefined;
  const at = run.from + index - run.row;
  const node = run.nodes[at];
  return node && { node, level: run.level, position: at + 1, siblings: run.nodes.length };
}

/** Where the row's parent stands; -1 for a root. */
export function parentRow(rows: TreeRows<TreeNode>, index: number): number {
  return runAt(rows, index)?.parent ?? -1;
}

/** The run that a row is in: the last that begins at or before it. */
function runAt<Node extends TreeNode>({ runs, count }: TreeRows<Node>, index: number): Run<Node> | undefined {
  if (index < 0 || index >= count) return undefined;
  let low = 0;
  let high = runs.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.row ?? 0) <= index) low = middle;
    else high = middle;
  }
  return runs[low];
}
