import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By then the page has loaded whatever it loads ahead. */
const afterStart = 8000;

/**
 * Gives back, once, what only the start needed. V8 would wait until as much again is allocated, which the window's
 * process, idle for hours, never does.
 */
export function collectGarbageAfterStart(): void {
  setTimeout(() => {
    // The way to it without a switch on the command line, which the page's process would get too.
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    if (typeof collect === 'function') collect();
  }, afterStart).unref();
}
