/** What a tree shows; callers add what they need to it. */
export interface TreeNode {
  /** Unique in the tree, and the same for the same thing after a change: a path. */
  id: string;
  name: string;
  /** What a screen reader says, where it is more than the name. */
  spokenName?: string;
  /** Absent for a leaf; empty for a folder with nothing in it. */
  children?: readonly TreeNode[];
  sizeBytes?: number;
}

/** The children of a node: of its own kind, by convention of every tree here. */
export function childrenOf<Node extends TreeNode>(node: Node): readonly Node[] | undefined {
  return node.children as readonly Node[] | undefined;
}

/** A box before a name. */
export type CheckState = 'checked' | 'unchecked' | 'mixed';
