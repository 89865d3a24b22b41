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
  return printableLine(error.hint === undefined ? error.message : `${error.message} ${error.hint}`);
}
