import type { JobEvent } from '../../shared/model/events.ts';
import { fold } from './fold.ts';
import { errorLine } from './json-reporter.ts';
import { printableLine } from './printable.ts';
import type { Output, Reporter } from './reporter.ts';
import { stepAmount, stepStatus, stepTitle } from './step-text.ts';
import type { Style } from './style.ts';

type Progress = Extract<JobEvent, { type: 'progress' }>;

export interface TextReporterOptions {
  /** Columns of the terminal at this moment; undefined where the output is no terminal. */
  columns(): number | undefined;
  verbose: boolean;
  style: Style;
}

/**
 * Text for a person. On a terminal the running step stands on the last line and is rewritten, and leaves a line behind
 * when it is done; piped, each step is one plain line when it starts, and nothing is folded.
 */
export function createTextReporter(stdout: Output, stderr: Output, options: TextReporterOptions): Reporter {
  const { style } = options;
  let running: Progress | undefined;
  /** What a step did in rounds that are over: it counts anew in each. */
  let before = 0;

  const clear = () => {
    if (running !== undefined && options.columns() !== undefined) stderr.write('\r\u001b[K');
  };
  const line = (text: string, indent: number) => {
    clear();
    stderr.write(`${fold(text, options.columns(), indent)}\n`);
    if (running !== undefined) show(running);
  };
  const show = (event: Progress) => {
    const columns = options.columns();
    if (columns !== undefined) stderr.write(`\r\u001b[K${stepStatus(event, columns)}`);
  };
  const finish = () => {
    clear();
    if (running !== undefined && options.columns() !== undefined) {
      stderr.write(
        `${style.good('✓')} ${stepTitle(running)}${style.quiet(stepAmount({ ...running, done: before + running.done }))}\n`,
      );
    }
    running = undefined;
    before = 0;
  };

  function progress(event: Progress) {
    const isNew = running?.step !== event.step || running.workload !== event.workload;
    if (isNew) {
      finish();
      if (options.columns() === undefined) stderr.write(`${stepTitle(event)}\n`);
    }
    if (running !== undefined && event.done < running.done) before += running.done;
    running = event;
    show(event);
  }

  return {
    event(event) {
      if (event.type === 'progress') progress(event);
      else if (event.type === 'warning') line(`${style.careful('warning:')} ${printableLine(event.text)}`, 2);
      else if (event.type === 'repair') {
        const { round, symptom, change } = event.repair;
        const head = style.careful(`repair ${round}:`);
        line(`${head} ${event.workload}: ${printableLine(symptom)} → ${printableLine(change)}`, 2);
      } else if (options.verbose) line(style.quiet(`  ${printableLine(event.text)}`), 4);
    },
    result(_json, text) {
      finish();
      const folded = text.split('\n').map((row) => fold(row, options.columns(), 2));
      stdout.write(`${folded.join('\n').trimEnd()}\n`);
    },
    error(error) {
      clear();
      running = undefined;
      stderr.write(`${style.bad('slipway:')} ${errorLine(error)}\n`);
    },
  };
}
