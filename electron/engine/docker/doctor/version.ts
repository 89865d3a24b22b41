/** The numbers at the start of a version (`6.18.44-fc` → 6, 18, 44), for comparison; empty where there are none. */
export function numbersOf(version: string): number[] {
  const leading = /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1];
  return leading === undefined ? [] : leading.split('.').map(Number);
}

/** Whether a version is older than another one; what has no numbers is not. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [numbersOf(version), numbersOf(than)];
  if (left.length === 0) return false;
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
