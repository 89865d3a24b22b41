import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { runInSlices } from '../slices.ts';
import { searchTree, type TreeMatches } from './search-tree.ts';
import { childrenOf, type TreeNode } from './tree-node.ts';
import { type TreeRows, visibleRows } from './visible-rows.ts';

export interface OpenTree<Node extends TreeNode> {
  rows: TreeRows<Node>;
  isOpen(id: string): boolean;
  toggle(id: string): void;
  /** Set while the rows are still those of an older search. */
  searching: boolean;
}

const none: ReadonlySet<string> = new Set();

/** The rows of a tree, by what is open and what is searched for. A search opens and closes branches for itself only. */
export function useTreeRows<Node extends TreeNode>(
  roots: readonly Node[],
  initiallyOpen: readonly string[],
  search: string,
): OpenTree<Node> {
  const text = useDeferredValue(search.trim());
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(initiallyOpen));
  const [found, setFound] = useState<{ roots: readonly Node[]; text: string; matches: TreeMatches<Node> }>();
  // Branches turned over by hand against what the search opened.
  const [turned, setTurned] = useState(none);
  useEffect(() => {
    if (text === '') return;
    const abort = new AbortController();
    runInSlices(searchTree(roots, text), abort.signal).then(
      (matches) => {
        setFound({ roots, text, matches });
        setTurned(none);
      },
      // Only ever the abort below: a newer search is on its way.
      () => {},
    );
    return () => abort.abort();
  }, [roots, text]);

  const matches = text !== '' && found?.roots === roots ? found.matches : undefined;
  const searching = text !== '' && (found?.text !== text || found.roots !== roots);
  return useMemo(() => {
    const isOpen = (id: string) => (matches === undefined ? opened.has(id) : matches.open.has(id) !== turned.has(id));
    const childrenFor = (node: Node) => matches?.open.get(node.id) ?? childrenOf(node);
    const toggle = (id: string) => (matches === undefined ? setOpened : setTurned)((ids) => withToggled(ids, id));
    return { rows: visibleRows(matches?.roots ?? roots, isOpen, childrenFor), isOpen, toggle, searching };
  }, [roots, opened, turned, matches, searching]);
}

function withToggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
