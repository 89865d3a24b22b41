/** A time-out that does not run while a person is being asked. */
export interface Deadline {
  /** Rejects with the error once the time is over; never resolves. */
  readonly expired: Promise<never>;
  /** Waits for a person: the clock stands still and starts anew afterwards. */
  unhurried<T>(work: () => Promise<T>): Promise<T>;
  clear(): void;
}

export function createDeadline(seconds: number, error: () => Error): Deadline {
  let timer: NodeJS.Timeout | undefined;
  let expire: (reason: Error) => void = () => {};
  const expired = new Promise<never>((_, reject) => {
    expire = reject;
  });
  // Whoever races it may have finished before.
  expired.catch(() => {});
  let over = false;
  const start = () => {
    if (over) return;
    timer = setTimeout(() => expire(error()), seconds * 1000);
  };
  start();
  return {
    expired,
    clear() {
      over = true;
      clearTimeout(timer);
    },
    async unhurried(work) {
      clearTimeout(timer);
      try {
        return await work();
      } finally {
        start();
      }
    },
  };
}
