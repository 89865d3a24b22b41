import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';

export interface DeadlineOptions<T> {
  milliseconds: number;
  signal: AbortSignal;
  /** What was waited for: `the connection to port 80`. */
  what: string;
  /** Disposes of a result that comes after nobody waits any more. */
  dispose?(late: T): void;
}

/**
 * Waits for a result, at most so long. Rejects with `server.timeout` after that, and with the signal's reason when the
 * job is cancelled; a result that comes later is disposed of.
 */
export function withDeadline<T>(start: () => Promise<T>, options: DeadlineOptions<T>): Promise<T> {
  const { milliseconds, signal, what } = options;
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise<T>((resolve, reject) => {
    let over = false;
    const finish = (settle: () => void) => {
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', cancelled);
      settle();
    };
    const cancelled = () => finish(() => reject(signal.reason));
    const timer = setTimeout(() => {
      finish(() =>
        reject(new SlipwayError('server.timeout', sentence`Waited ${milliseconds / 1000} s in vain for ${what}.`)),
      );
    }, milliseconds);
    signal.addEventListener('abort', cancelled, { once: true });
    start().then(
      (result) => (over ? options.dispose?.(result) : finish(() => resolve(result))),
      (error: unknown) => (over ? undefined : finish(() => reject(error))),
    );
  });
}
