import type { Work } from '../slices.ts';
import { childrenOf, type TreeNode } from './tree-node.ts';

/** How many nodes are looked at between two chances to be interrupted. */
const stride = 512;

export interface TreeMatches<Node extends TreeNode> {
  roots: readonly Node[];
  /** Branches that lead to a match, each with those of its children that stay; all others keep all of theirs. */
  open: ReadonlyMap<string, readonly Node[]>;
  count: number;
}

interface Frame<Node> {
  /** The branch that it is about; none for the roots. */
  branch: Node | undefined;
  nodes: readonly Node[];
  at: number;
  /** Set where the branch itself is only shown for what is below it. */
  leads: boolean;
  kept: Node[];
}

/**
 * What stays of a tree when one searches it for a part of a name, or of an id where the text has a slash: what matches,
 * the way there, and everything below it.
 */
export function* searchTree<Node extends TreeNode>(roots: readonly Node[], search: string): Work<TreeMatches<Node>> {
  const text = search.toLowerCase();
  const matches = (node: Node) => (text.includes('/') ? node.id : node.name).toLowerCase().includes(text);
  const open = new Map<string, readonly Node[]>();
  const top: Frame<Node> = { branch: undefined, nodes: roots, at: 0, leads: false, kept: [] };
  let seen = 0;
  let count = 0;
  // A stack of its own: a tree may be deeper than calls may nest.
  const stack = [top];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.nodes[frame.at];
    if (node === undefined) {
      stack.pop();
      close(frame, stack.at(-1), open);
      continue;
    }
    frame.at += 1;
    seen += 1;
    if (seen % stride === 0) yield;
    const match = matches(node);
    if (match) {
      count += 1;
      frame.kept.push(node);
    }
    const children = childrenOf(node);
    if (children !== undefined) stack.push({ branch: node, nodes: children, at: 0, leads: !match, kept: [] });
  }
  return { roots: top.kept, open, count };
}

/** A branch with a match below opens, and so its own parent does. */
function close<Node extends TreeNode>(
  { branch, nodes, leads, kept }: Frame<Node>,
  parent: Frame<Node> | undefined,
  open: Map<string, readonly Node[]>,
): void {
  if (branch === undefined || kept.length === 0) return;
  // Below a match everything stays.
  open.set(branch.id, leads ? kept : nodes);
  if (leads) parent?.kept.push(branch);
}
