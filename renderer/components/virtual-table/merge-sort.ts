import type { Work } from '../slices.ts';

/** How many items are moved between two chances to be interrupted. */
const stride = 512;

/** A stable sort that can be interrupted, which `Array.prototype.sort` cannot. */
export function* mergeSort<Item>(items: readonly Item[], compare: (one: Item, other: Item) => number): Work<Item[]> {
  let from = [...items];
  let to = new Array<Item>(from.length);
  let moved = 0;
  for (let width = 1; width < from.length; width *= 2) {
    for (let left = 0; left < from.length; left += width * 2) {
      const middle = Math.min(left + width, from.length);
      const end = Math.min(left + width * 2, from.length);
      let one = left;
      let other = middle;
      for (let at = left; at < end; at += 1) {
        moved += 1;
        if (moved % stride === 0) yield;
        // Both indices are inside the array here; the casts spare a check at every one of millions of moves.
        const takeOne = one < middle && (other >= end || compare(from[one] as Item, from[other] as Item) <= 0);
        to[at] = from[takeOne ? one : other] as Item;
        if (takeOne) one += 1;
        else other += 1;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
