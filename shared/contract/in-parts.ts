/** So many entries of a list are read in a few milliseconds. */
const partLength = 500;

/**
 * A long list as a stream of short ones: whoever reads a message of hundreds of thousands of entries does nothing else
 * for a second, and a window must not.
 */
export function* inParts<Item>(items: readonly Item[]): Generator<Item[], void> {
  for (let at = 0; at < items.length; at += partLength) yield items.slice(at, at + partLength);
}
