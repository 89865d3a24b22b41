import { say } from './say.ts';

/** What must be undone at the end of a script, however it ends; the last thing done is undone first. */
export class Cleanup {
  readonly #tasks: (() => Promise<void>)[] = [];

  add(task: () => Promise<void>): void {
    this.#tasks.push(task);
  }

  /** Undoes everything once. What cannot be undone is said, and keeps nothing else from being undone. */
  async run(): Promise<void> {
    for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) {
      await task().catch((error: unknown) => say(`Cleaning up failed: ${messageOf(error)}`));
    }
  }
}

/** How long a cancelled script may take to come to its end before what it started is cleaned up regardless. */
const grace = 30_000;

/** One press of Ctrl-C may come twice: from the terminal to all of its processes, and from tsx or npm to its child. */
const onePress = 1000;

/**
 * Runs a script's main function, which gives its exit code. A failure is a clear message and exit code 1, Ctrl-C is exit
 * code 130; both clean up. `signal` is aborted on Ctrl-C; a second Ctrl-C does not wait for `main`.
 */
export function runMain(main: (cleanup: Cleanup, signal: AbortSignal) => Promise<number>): void {
  const cleanup = new Cleanup();
  const cancel = new AbortController();
  const hurry = new AbortController();
  let last = Number.NEGATIVE_INFINITY;
  const onSignal = (): void => {
    const samePress = performance.now() - last < onePress;
    last = performance.now();
    if (samePress) return;
    if (cancel.signal.aborted) hurry.abort();
    else say('Cancelled; cleaning up …');
    cancel.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  const work = main(cleanup, cancel.signal).catch((error: unknown) => {
    if (!cancel.signal.aborted) say(messageOf(error));
    return 1;
  });
  void finish(Promise.race([work, waited(cancel.signal, hurry.signal)]), cleanup, cancel.signal);
}

async function finish(work: Promise<number>, cleanup: Cleanup, cancelled: AbortSignal): Promise<void> {
  const code = await work;
  await cleanup.run();
  process.exit(cancelled.aborted ? 130 : code);
}

/** Resolves when a cancelled script has had its time. */
function waited(cancelled: AbortSignal, hurry: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    hurry.addEventListener('abort', () => resolve(130));
    cancelled.addEventListener('abort', () => setTimeout(() => resolve(130), grace));
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
