import { IconSearchOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../empty-state.tsx';
import { useActiveRow } from '../use-active-row.ts';
import { useStable } from '../use-stable.ts';
import { findByLetter } from './find-by-letter.ts';
import { TreeItem } from './tree-item.tsx';
import type { CheckState, TreeNode } from './tree-node.ts';
import { useTreeRows } from './use-tree-rows.ts';
import classes from './virtual-tree.module.css';
import { parentRow, rowAt } from './visible-rows.ts';

export type { CheckState };

export interface VirtualTreeProps<Node extends TreeNode> {
  /** What the tree is, for a screen reader. */
  label: string;
  /** To stay the same object from one rendering to the next. */
  roots: readonly Node[];
  /** Ids of the branches that are open at first. */
  initiallyOpen?: readonly string[];
  /** Text that is searched for, from a field of the caller's. */
  search?: string;
  /** Boxes before the names; a node without a state has none. `locked` says why they can only be looked at. */
  check?: { stateOf(node: Node): CheckState | undefined; toggle(node: Node): void; locked?: string | undefined };
  /** Id of the node that is marked as open. */
  selected?: string | undefined;
  /** Enter or a click on a row. */
  onSelect?: (node: Node) => void;
  /** Enter or a click on a branch opens and closes it, and is no selection. */
  toggleBranches?: boolean;
  icon?: (node: Node, open: boolean) => ReactNode;
  /** At the right of the name: size, reason, state. */
  detail?: (node: Node) => ReactNode;
  /** Left out, it takes the height that is left. */
  height?: number;
}

const rowHeight = 28;

/** A tree that stays quick with hundreds of thousands of nodes, with the keys of the ARIA tree pattern. */
export function VirtualTree<Node extends TreeNode>(props: VirtualTreeProps<Node>) {
  const { label, roots, initiallyOpen = [], search = '', check, selected, onSelect, icon, detail, height } = props;
  const { toggleBranches = onSelect === undefined } = props;
  const { t } = useTranslation();
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const { rows, isOpen, toggle, searching } = useTreeRows(roots, initiallyOpen, search);
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // A rendering for each frame, not one for each event in the middle of it.
    useFlushSync: false,
  });
  const { active, activate, onKey } = useActiveRow(
    rows.count,
    () => Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / rowHeight) - 1),
    (index) => virtual.scrollToIndex(index),
  );

  const toggleNode = useStable((node: Node) => toggle(node.id));
  const checkNode = useStable((node: Node) => {
    if (check?.locked === undefined) check?.toggle(node);
  });
  const clickRow = useStable((node: Node, index: number) => {
    activate(index);
    if (onSelect === undefined) toggle(node.id);
    else onSelect(node);
  });

  function onKeyDown(event: KeyboardEvent) {
    const row = rowAt(rows, active);
    if (row === undefined || onKey(event)) return;
    const branch = row.node.children !== undefined;
    const open = branch && isOpen(row.node.id);
    if (event.key === 'ArrowRight' && branch) open ? activate(active + 1) : toggle(row.node.id);
    else if (event.key === 'ArrowLeft') open ? toggle(row.node.id) : activate(Math.max(0, parentRow(rows, active)));
    else if (event.key === ' ' && check?.stateOf(row.node) !== undefined) checkNode(row.node);
    else if (event.key === 'Enter') toggleBranches && branch ? toggle(row.node.id) : onSelect?.(row.node);
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      activate(findByLetter(rows, active, event.key));
    } else return;
    event.preventDefault();
  }

  if (rows.count === 0 && search !== '' && !searching) {
    return <EmptyState icon={<IconSearchOff size={24} />} title={t('components.tree.nothing')} />;
  }
  return (
    <div
      ref={viewport}
      className={classes.viewport}
      data-fill={height === undefined || undefined}
      data-locked={check?.locked === undefined ? undefined : true}
      title={check?.locked}
      style={height === undefined ? undefined : { height }}
      role="tree"
      aria-label={label}
      aria-busy={searching}
      aria-activedescendant={rows.count === 0 ? undefined : `${id}-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="none" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rowAt(rows, item.index);
          if (row === undefined) return null;
          const open = row.node.children !== undefined && isOpen(row.node.id);
          return (
            <TreeItem
              key={row.node.id}
              id={`${id}-${item.index}`}
              {...row}
              top={item.start}
              height={rowHeight}
              open={open}
              active={item.index === active}
              selected={row.node.id === selected}
              checked={check?.stateOf(row.node)}
              icon={icon}
              detail={detail}
              index={item.index}
              onToggle={toggleNode}
              onCheck={checkNode}
              onClick={clickRow}
            />
          );
        })}
      </div>
    </div>
  );
}
