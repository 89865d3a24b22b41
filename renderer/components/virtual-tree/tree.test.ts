import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../slices.ts';
import { findByLetter } from './find-by-letter.ts';
import { searchTree } from './search-tree.ts';
import type { TreeNode } from './tree-node.ts';
import { parentRow, rowAt, type TreeRow, type TreeRows, visibleRows } from './visible-rows.ts';

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

function allOf(rows: TreeRows<TreeNode>): TreeRow<TreeNode>[] {
  return Array.from({ length: rows.count }, (_row, index) => rowAt(rows, index)).flatMap((row) => row ?? []);
}

function shown(open: string[]) {
  return allOf(rowsWith(open));
}

function rowsWith(open: string[]) {
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
    const rows = visibleRows([deep], () => true);
    expect(rows.count).toBe(20_001);
    expect(rowAt(rows, 20_000)).toEqual({
      node: { id: 'leaf', name: 'leaf' },
      level: 20_001,
      position: 1,
      siblings: 1,
    });
  });

  it('tells a folder of many files in one piece', () => {
    const files = Array.from({ length: 1000 }, (_file, index) => ({ id: `/srv/${index}`, name: `${index}` }));
    const rows = visibleRows([{ id: '/srv', name: 'srv', children: files }], () => true);
    expect(rows.runs).toHaveLength(2);
    expect(rowAt(rows, 1000)?.node).toBe(files[999]);
  });

  it('has no row beyond its ends', () => {
    const rows = rowsWith(['/etc']);
    expect([rowAt(rows, -1), rowAt(rows, rows.count)]).toEqual([undefined, undefined]);
  });

  it('shows what walking down the tree shows', () => {
    const { tree } = fc.letrec<{ tree: TreeNode }>((tie) => ({
      tree: fc.record(
        {
          id: fc.uuid(),
          name: fc.string(),
          children: fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'tree' }),
        },
        { requiredKeys: ['id', 'name'] },
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), fc.func(fc.boolean()), (nodes, isOpen) => {
        expect(allOf(visibleRows(nodes, isOpen))).toEqual(walked(nodes, isOpen, 1));
      }),
    );
  });
});

function walked(nodes: readonly TreeNode[], isOpen: (id: string) => boolean, level: number): TreeRow<TreeNode>[] {
  return nodes.flatMap((node, index) => [
    { node, level, position: index + 1, siblings: nodes.length },
    ...(node.children !== undefined && isOpen(node.id) ? walked(node.children, isOpen, level + 1) : []),
  ]);
}

describe('parentRow', () => {
  it('finds the branch that a row is in', () => {
    const rows = rowsWith(['/etc', '/etc/apache2']);
    expect([0, 1, 2, 3, 4].map((index) => parentRow(rows, index))).toEqual([-1, 0, 1, 0, -1]);
  });
});

describe('findByLetter', () => {
  it('goes from name to name, round the end, in whichever case', () => {
    const rows = rowsWith(['/etc', '/etc/apache2']);
    expect(findByLetter(rows, 0, 'P')).toBe(2);
    expect(findByLetter(rows, 2, 'e')).toBe(0);
    expect(findByLetter(rows, 0, 'e')).toBe(0);
    expect(findByLetter(rows, 3, 'z')).toBe(3);
  });
});

describe('searchTree', () => {
  function search(text: string) {
    return runAtOnce(searchTree(roots, text));
  }

  function rowsOf(text: string) {
    const found = search(text);
    const isOpen = (id: string) => found.open.has(id);
    const rows = visibleRows(found.roots, isOpen, (node) => found.open.get(node.id) ?? node.children);
    return allOf(rows).map(({ node }) => node.id);
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
