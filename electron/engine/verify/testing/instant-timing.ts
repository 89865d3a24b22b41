import type { Timing } from '../timing.ts';

/** Time that passes only when someone waits, and then at once. Records the waits. */
export function instantTiming(start: number): Timing & { waits: number[] } {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    async wait(milliseconds, signal) {
      signal.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
}
