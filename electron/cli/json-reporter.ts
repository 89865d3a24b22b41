import { printableLine } from './printable.ts';
import type { Output, Reporter } from './reporter.ts';

/** One JSON object a line on standard output; the error also as one line on standard error. */
export function createJsonReporter(stdout: Output, stderr: Output): Reporter {
  const print = (value: unknown) => stdout.write(`${JSON.stringify(value)}\n`);
  return {
    event: print,
    result: (json) => print({ type: 'result', ...json }),
    error(error) {
      print({ type: 'error', ...error });
      stderr.write(`slipway: ${errorLine(error)}\n`);
    },
  };
}

export function errorLine(error: { message: string; hint?: string }): string {
  if (error.hint === undefined) return printableLine(error.message);
  // Messages that end in the words of an engine or a system come without a full stop.
  const message = /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
  return printableLine(`${message} ${error.hint}`);
}
