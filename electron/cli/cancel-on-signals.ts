/** A press of Ctrl-C may come twice: from the terminal to all of its processes, and from npx to its child. */
const onePressMilliseconds = 500;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface SignalHandling {
  cancel: AbortController;
  /** Tells a person something on standard error. */
  say(text: string): void;
  /** Ends the process at once, whatever is left behind. */
  exit(): void;
  /** Where signals come from: `process`. */
  source: Pick<NodeJS.EventEmitter, 'on'>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

/**
 * The first signal cancels and lets the job clean up after itself; the second, of a person who has become impatient,
 * is told what is waited for; the third ends at once. Never lets go: a press that comes when all is done, before the
 * process has ended, is not to change how it ended.
 */
export function cancelOnSignals({ cancel, say, exit, source, now }: SignalHandling): void {
  let presses = 0;
  let last = Number.NEGATIVE_INFINITY;
  const onSignal = () => {
    const samePress = now() - last < onePressMilliseconds;
    last = now();
    if (samePress) return;
    presses += 1;
    if (presses === 1) cancel.abort();
    else if (presses === 2) say('Still cleaning up. Once more ends at once and leaves behind what is there.');
    else exit();
  };
  for (const signal of signals) source.on(signal, onSignal);
}

/**
 * Whoever reads the output may go away (`slipway … | head`): that cancels too, because an unheard write error would end
 * the process in the middle of its work.
 */
export function cancelOnLostReader(cancel: AbortController, stdout: NodeJS.EventEmitter, stderr: NodeJS.EventEmitter) {
  stdout.on('error', () => cancel.abort());
  stderr.on('error', () => undefined);
}
