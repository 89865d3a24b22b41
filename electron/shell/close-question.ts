import { asksBeforeClosing } from '../../shared/closing.ts';

/** What can be closed, and what can be asked before: a window, the engine behind it, a dialog. */
export interface CloseParts {
  /** How many jobs run. */
  jobs(): number;
  /** Whether the person wants to cancel that many jobs and close. */
  ask(jobs: number): Promise<boolean>;
  close(): void;
}

export interface CloseQuestion {
  /** For whoever is about to close: true where it has to stay open, at least until the person has answered. */
  holds(): boolean;
  /** From now on nothing is asked: the app is ended, and not by the person in front of it. */
  skip(): void;
}

/** Asks before a close that would cancel what runs; once, however often it is tried meanwhile. */
export function createCloseQuestion({ jobs, ask, close }: CloseParts): CloseQuestion {
  let settled = false;
  let asking = false;

  async function settle(): Promise<void> {
    asking = true;
    try {
      // What ran may have come to its end while the question was open; then there is nothing left to cancel.
      settled = await ask(jobs());
    } finally {
      asking = false;
    }
    if (settled) close();
  }

  return {
    holds() {
      if (settled || !asksBeforeClosing({ jobs: jobs(), drafts: 0 })) return false;
      if (!asking) void settle();
      return true;
    },
    skip() {
      settled = true;
    },
  };
}
