/**
 * Where two lists differ: the range of each, `[from, to)`, after their common beginning and before their common end.
 * Equal lists give empty ranges.
 */
export function differingRange(
  left: readonly string[],
  right: readonly string[],
): { left: [number, number]; right: [number, number] } {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  return { left: [start, left.length - end], right: [start, right.length - end] };
}
