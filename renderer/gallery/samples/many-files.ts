import type { TreeNode } from '../../components/virtual-tree/tree-node.ts';

export interface SampleFile {
  path: string;
  owner: string;
  size: number;
}

const owners = ['root', 'www-data', 'engineer'];

export function makeFiles(count: number): SampleFile[] {
  return Array.from({ length: count }, (_file, index) => ({
    path: `/srv/${index % 20}/document-${(index * 7919) % count}-${index}.txt`,
    owner: owners[index % owners.length] ?? 'root',
    size: (index * 31_337) % 9_000_017,
  }));
}

/** The files under their twenty folders. */
export function makeTree(files: readonly SampleFile[]): TreeNode[] {
  const folders = new Map<string, { id: string; name: string; children: TreeNode[]; sizeBytes: number }>();
  for (const { path, size } of files) {
    const id = path.slice(0, path.lastIndexOf('/'));
    const folder = folders.get(id) ?? { id, name: id.slice(id.lastIndexOf('/') + 1), children: [], sizeBytes: 0 };
    folder.children.push({ id: path, name: path.slice(id.length + 1), sizeBytes: size });
    folder.sizeBytes += size;
    folders.set(id, folder);
  }
  const children = [...folders.values()];
  const sizeBytes = children.reduce((sum, folder) => sum + folder.sizeBytes, 0);
  return [{ id: '/srv', name: 'srv', children, sizeBytes }];
}
