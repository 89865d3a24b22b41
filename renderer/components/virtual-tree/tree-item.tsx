import { IconCheck, IconChevronRight, IconMinus } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { Bytes } from '../bytes.tsx';
import type { CheckState, TreeNode } from './tree-node.ts';
import classes from './virtual-tree.module.css';
import type { TreeRow } from './visible-rows.ts';

interface TreeItemProps<Node extends TreeNode> extends TreeRow<Node> {
  id: string;
  index: number;
  top: number;
  height: number;
  open: boolean;
  active: boolean;
  selected: boolean;
  checked: CheckState | undefined;
  icon: ((node: Node, open: boolean) => ReactNode) | undefined;
  detail: ((node: Node) => ReactNode) | undefined;
  onToggle(node: Node): void;
  onCheck(node: Node): void;
  onClick(node: Node, index: number): void;
}

function Item<Node extends TreeNode>(props: TreeItemProps<Node>) {
  const { node, level, position, siblings } = props;
  const { id, index, top, height, open, active, selected, checked, icon, detail } = props;
  const { onToggle, onCheck, onClick } = props;
  const branch = node.children !== undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it handles the keys (aria-activedescendant)
    <div
      id={id}
      role="treeitem"
      // Never focused itself: the tree holds the focus and names its active item.
      tabIndex={-1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      aria-expanded={branch ? open : undefined}
      aria-checked={checked === undefined ? undefined : ariaChecked(checked)}
      aria-label={node.spokenName ?? node.name}
      aria-describedby={`${id}-more`}
      className={classes.row}
      data-active={active || undefined}
      style={{ transform: `translateY(${top}px)`, height, paddingLeft: 8 + (level - 1) * 18 }}
      onClick={() => onClick(node, index)}
    >
      <TwistyPart branch={branch} open={open} onToggle={() => onToggle(node)} />
      {checked === undefined ? null : <CheckPart checked={checked} onCheck={() => onCheck(node)} />}
      {icon === undefined ? null : <span className={classes.icon}>{icon(node, open)}</span>}
      <span className={classes.name} title={node.name}>
        {node.name}
      </span>
      {/* Beside the name and no part of it: it is said after it. */}
      <span id={`${id}-more`} className={classes.more} aria-hidden>
        <span className={classes.detail}>{detail?.(node)}</span>
        {node.sizeBytes === undefined ? null : (
          <span className={classes.size}>
            <Bytes value={node.sizeBytes} />
          </span>
        )}
      </span>
    </div>
  );
}

// memo keeps the props' type parameter only when it is told to.
export const TreeItem = memo(Item) as typeof Item;

function ariaChecked(checked: CheckState): boolean | 'mixed' {
  return checked === 'mixed' ? 'mixed' : checked === 'checked';
}

// The two below are for the mouse: by keyboard, the tree's own arrow keys and the space bar do the same.

function TwistyPart({ branch, open, onToggle }: { branch: boolean; open: boolean; onToggle(): void }) {
  return (
    <span
      className={classes.twisty}
      aria-hidden
      data-open={open || undefined}
      onClick={(event) => {
        if (!branch) return;
        event.stopPropagation();
        onToggle();
      }}
    >
      {branch ? <IconChevronRight size={14} /> : null}
    </span>
  );
}

function CheckPart({ checked, onCheck }: { checked: CheckState; onCheck(): void }) {
  return (
    <span
      className={classes.check}
      aria-hidden
      data-state={checked}
      onClick={(event) => {
        event.stopPropagation();
        onCheck();
      }}
    >
      {checked === 'checked' ? <IconCheck size={12} stroke={3} /> : null}
      {checked === 'mixed' ? <IconMinus size={12} stroke={3} /> : null}
    </span>
  );
}
