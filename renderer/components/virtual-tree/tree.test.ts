import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../slices.ts';
import { searchTree } from './search-tree.ts';
import type { TreeNode } from './tree-node.ts';
import { parentRow, visibleRows } from './visible-rows.ts';

const roots: TreeNode[] = [
  {
    id: '/etc',
    name: 'etc',
    children: [
      { id: '/etc/apache2', name: 'apache2', children: [{ id: '/etc/apache2/ports.conf', name: 'ports.conf' }] },
      { id: '/etc/hosts', name: 'hosts' },
    ],
  },
  { id: '/srv', name: 'srv', children: [] },
];

function shown(open: string[]) {
  return visibleRows(roots, (id) => open.includes(id));
}

describe('visibleRows', () => {
  it('shows what is open, with its place', () => {
    expect(shown([]).map(({ node }) => node.id)).toEqual(['/etc', '/srv']);
    expect(
      shown(['/etc', '/srv']).map(({ node, level, position, siblings }) => [node.id, level, position, siblings]),
    ).toEqual([
      ['/etc', 1, 1, 2],
      ['/etc/apache2', 2, 1, 2],
      ['/etc/hosts', 2, 2, 2],
      ['/srv', 1, 2, 2],
    ]);
  });

  it('keeps a branch open inside a closed one for later', () => {
    expect(shown(['/etc/apache2'])).toHaveLength(2);
  });

  it('goes as deep as it takes', () => {
    let deep: TreeNode = { id: 'leaf', name: 'leaf' };
    for (let depth = 0; depth < 20_000; depth += 1) deep = { id: `${depth}`, name: 'd', children: [deep] };
    expect(visibleRows([deep], () => true)).toHaveLength(20_001);
  });
});

describe('parentRow', () => {
  it('finds the branch that a row is in', () => {
    const rows = shown(['/etc', '/etc/apache2']);
    expect(rows.map((_row, index) => parentRow(rows, index))).toEqual([-1, 0, 1, 0, -1]);
  });
});

describe('searchTree', () => {
  function search(text: string) {
    return runAtOnce(searchTree(roots, text));
  }

  function rowsOf(text: string) {
    const found = search(text);
    const isOpen = (id: string) => found.open.has(id);
    return visibleRows(found.roots, isOpen, (node) => found.open.get(node.id) ?? node.children).map(
      ({ node }) => node.id,
    );
  }

  it('keeps the way to a match, and what is below it for when it is opened', () => {
    expect(rowsOf('PORTS')).toEqual(['/etc', '/etc/apache2', '/etc/apache2/ports.conf']);
    expect(rowsOf('apache')).toEqual(['/etc', '/etc/apache2']);
    expect(search('apache').open.has('/etc/apache2')).toBe(false);
  });

  it('keeps a match once that also leads to others', () => {
    expect(rowsOf('etc')).toEqual(['/etc']);
    expect(rowsOf('o')).toEqual(['/etc', '/etc/apache2', '/etc/apache2/ports.conf', '/etc/hosts']);
    expect(search('p').count).toBe(2);
    expect(rowsOf('p')).toEqual(['/etc', '/etc/apache2', '/etc/apache2/ports.conf']);
  });

  it('looks at paths when one types a slash', () => {
    expect(search('apache2/ports').count).toBe(1);
    expect(rowsOf('nowhere')).toEqual([]);
  });
});
