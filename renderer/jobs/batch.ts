/**
 * Collects items and hands them on together, at most once per `interval` milliseconds: a build that logs a thousand
 * lines a second redraws twenty times, not a thousand.
 */
export function createBatch<Item>(interval: number, take: (items: readonly Item[]) => void) {
  let waiting: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    take(items);
  }

  return {
    add(item: Item) {
      waiting.push(item);
      timer ??= setTimeout(flush, interval);
    },
    /** Hands on what waits, now. */
    flush,
  };
}
