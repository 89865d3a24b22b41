import { differingRange } from './differing-range.ts';

/** A line of each side, side by side; undefined where the other side has nothing to put beside it. */
export interface LinePair {
  server: string | undefined;
  container: string | undefined;
}

/** Above this many comparisons the lines between the common beginning and end are paired as they come. */
const COMPARISONS = 250_000;

/** Puts the lines of two texts side by side: equal ones beside each other, the others beside what stands in their place. */
export function alignLines(server: string, container: string): LinePair[] {
  const [left, right] = [server.split('\n'), container.split('\n')];
  const range = differingRange(left, right);
  const [fromLeft, toLeft] = range.left;
  const [fromRight, toRight] = range.right;
  return [
    ...left.slice(0, fromLeft).map(both),
    ...alignMiddle(left.slice(fromLeft, toLeft), right.slice(fromRight, toRight)),
    ...left.slice(toLeft).map(both),
  ];
}

function both(line: string): LinePair {
  return { server: line, container: line };
}

function alignMiddle(left: string[], right: string[]): LinePair[] {
  if (left.length * right.length > COMPARISONS) return pair(left, right);
  const pairs: LinePair[] = [];
  let [i, j] = [0, 0];
  for (const [equalLeft, equalRight] of commonLines(left, right)) {
    pairs.push(...pair(left.slice(i, equalLeft), right.slice(j, equalRight)), both(left[equalLeft] ?? ''));
    [i, j] = [equalLeft + 1, equalRight + 1];
  }
  return [...pairs, ...pair(left.slice(i), right.slice(j))];
}

function pair(left: string[], right: string[]): LinePair[] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, index) => ({ server: left[index], container: right[index] }));
}

/** A longest common subsequence, as the positions of its lines in both texts. */
function commonLines(left: string[], right: string[]): [number, number][] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const length = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const longer = Math.max(length(i + 1, j), length(i, j + 1));
      lengths[i * width + j] = left[i] === right[j] ? length(i + 1, j + 1) + 1 : longer;
    }
  }
  const common: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) common.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return common;
}
