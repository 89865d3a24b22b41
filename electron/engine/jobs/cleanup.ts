/** What must be undone at the end of a job, in reverse order, whether it went well or not. */
export interface Cleanup {
  defer(undo: () => Promise<void> | void): void;
  /** Runs all of it; one failing step does not keep the others from running. Gives what went wrong. */
  run(): Promise<unknown[]>;
}

export function createCleanup(): Cleanup {
  const steps: (() => Promise<void> | void)[] = [];
  return {
    defer: (undo) => {
      steps.push(undo);
    },
    async run() {
      const failures: unknown[] = [];
      for (const undo of steps.splice(0).reverse()) {
        try {
          await undo();
        } catch (error) {
          failures.push(error);
        }
      }
      return failures;
    },
  };
}

/** Runs a body with a cleanup that always happens; the body's own error wins over one of the cleanup. */
export async function withCleanup<Result>(body: (cleanup: Cleanup) => Promise<Result>): Promise<Result> {
  const cleanup = createCleanup();
  let result: Result;
  try {
    result = await body(cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
  const [failure] = await cleanup.run();
  if (failure !== undefined) throw failure;
  return result;
}
