import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';

/** Changes a document to say what `target` says; what says it already keeps its comments and its form. */
export function reconcileDocument(document: Document, target: unknown): void {
  document.contents = reconciled(document, document.contents as Node | null, target); // parsed: nodes all the way down
}

function reconciled(document: Document, node: Node | null, target: unknown): Node {
  if (isMap(node) && isRecord(target)) return reconcileMap(document, node, target);
  if (isSeq(node) && Array.isArray(target)) return reconcileList(document, node, target);
  if (!isScalar(node) || (typeof target === 'object' && target !== null)) return create(document, target);
  if (node.value !== target) node.value = target;
  return node;
}

function reconcileMap(document: Document, map: YAMLMap, target: Record<string, unknown>): Node {
  const present = new Map(map.items.map((pair) => [isScalar(pair.key) ? pair.key.value : pair.key, pair]));
  map.items = Object.entries(target).map(([key, value]) => {
    const pair = present.get(key);
    if (pair === undefined) return document.createPair(key, value);
    pair.value = reconciled(document, pair.value as Node | null, value); // parsed: nodes all the way down
    return pair;
  });
  return map;
}

/** Items that say the same as before keep their node; one that changed keeps that of the same name or path. */
function reconcileList(document: Document, list: YAMLSeq, target: unknown[]): Node {
  const left = list.items as Node[]; // parsed: nodes all the way down
  const same = target.map((value) => take(left, (node) => isDeepStrictEqual(node.toJS(document), value)));
  list.items = target.map((value, index) => {
    const node = same[index] ?? take(left, (other) => isAlike(other.toJS(document), value));
    return node === undefined ? create(document, value) : reconciled(document, node, value);
  });
  return list;
}

function take(nodes: Node[], fits: (node: Node) => boolean): Node | undefined {
  const index = nodes.findIndex(fits);
  return index < 0 ? undefined : nodes.splice(index, 1)[0];
}

const names = ['name', 'path', 'pattern', 'variable', 'container', 'directory'];

function isAlike(one: unknown, other: unknown): boolean {
  if (!isRecord(one) || !isRecord(other)) return false;
  const name = names.find((key) => key in one && key in other);
  return name !== undefined && one[name] === other[name];
}

function create(document: Document, value: unknown): Node {
  return document.createNode(value, { aliasDuplicateObjects: false });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
