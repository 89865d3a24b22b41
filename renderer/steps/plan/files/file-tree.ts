import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import type { Work } from '../../../components/slices.ts';
import { mergeSort } from '../../../components/virtual-table/merge-sort.ts';
import type { TreeNode } from '../../../components/virtual-tree/tree-node.ts';
import { type ExcludedBy, isShipped } from './selection.ts';

export interface FileNode extends TreeNode {
  children?: FileNode[];
  /** Of all shipped files below, or of the file itself. */
  sizeBytes: number;
  /** What the evidence says of this very path; a directory that is only on the way has none. */
  entry?: EvidenceEntry;
  /** Whether it, or something below it, goes into the image. */
  shipped: boolean;
}

export type Order = 'name' | 'size';

/** How many entries are looked at between two chances to be interrupted. */
const stride = 256;

/** Files as a tree of directories, sorted; sizes count what is shipped. */
export function* fileTree(entries: readonly EvidenceEntry[], onlyShipped: boolean, order: Order): Work<FileNode[]> {
  const root: FileNode = { id: '', name: '', children: [], sizeBytes: 0, shipped: false };
  const nodes = new Map<string, FileNode>([['', root]]);
  let seen = 0;
  for (const entry of entries) {
    seen += 1;
    if (seen % stride === 0) yield;
    if (onlyShipped && !isShipped(entry)) continue;
    place(nodes, entry);
  }
  for (const node of nodes.values()) {
    seen += 1;
    if (seen % stride === 0) yield;
    if (node.children !== undefined)
      node.children = yield* mergeSort(node.children, order === 'size' ? bySize : byName);
  }
  return root.children ?? [];
}

function place(nodes: Map<string, FileNode>, entry: EvidenceEntry): void {
  const node = nodeAt(nodes, entry.path, entry.type === 'directory');
  node.entry = entry;
  if (entry.type === 'directory' || !isShipped(entry)) return;
  const size = entry.type === 'file' ? entry.size : 0;
  for (let path = entry.path; ; path = parentOf(path)) {
    const above = nodes.get(path);
    if (above !== undefined) {
      above.sizeBytes += size;
      above.shipped = true;
    }
    if (path === '') return;
  }
}

/** The node of a path, made with those above it where they are not there yet. */
function nodeAt(nodes: Map<string, FileNode>, path: string, isDirectory: boolean): FileNode {
  const known = nodes.get(path);
  if (known !== undefined) {
    if (isDirectory) known.children ??= [];
    return known;
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  const node: FileNode = { id: path, name, sizeBytes: 0, shipped: false, ...(isDirectory && { children: [] }) };
  nodes.set(path, node);
  const parent = nodeAt(nodes, parentOf(path), true);
  parent.children ??= [];
  parent.children.push(node);
  return node;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function byName(a: FileNode, b: FileNode): number {
  const kind = Number(b.children !== undefined) - Number(a.children !== undefined);
  return kind === 0 ? (a.name < b.name ? -1 : 1) : kind;
}

function bySize(a: FileNode, b: FileNode): number {
  return b.sizeBytes - a.sizeBytes || byName(a, b);
}

/** What the image gains over its base, and where something is left out below. */
export interface Weight {
  bytes: number;
  files: number;
  /** Directories that are in, with something below that is not. */
  mixed: ReadonlySet<string>;
  /** Some of the files were only looked at: what their content asks for is not known yet. */
  isEstimate: boolean;
}

/** Weighs the plan as it is edited now. */
export function* weigh(entries: readonly EvidenceEntry[], excluded: ExcludedBy): Work<Weight> {
  const mixed = new Set<string>();
  let bytes = 0;
  let files = 0;
  let isEstimate = false;
  let seen = 0;
  for (const entry of entries) {
    seen += 1;
    if (seen % stride === 0) yield;
    if (!isShipped(entry)) continue;
    if (excluded(entry.path) !== undefined) markAbove(entry.path, mixed, excluded);
    else if (entry.type === 'file') {
      bytes += entry.size;
      files += 1;
      isEstimate ||= entry.sha256 === undefined;
    }
  }
  return { bytes, files, mixed, isEstimate };
}

function markAbove(path: string, mixed: Set<string>, excluded: ExcludedBy): void {
  for (let above = parentOf(path); above !== '' && !mixed.has(above); above = parentOf(above)) {
    if (excluded(above) === undefined) mixed.add(above);
  }
}
