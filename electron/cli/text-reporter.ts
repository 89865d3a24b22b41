import type { JobEvent } from '../../shared/model/events.ts';
import { formatBytes } from './format.ts';
import { errorLine } from './json-reporter.ts';
import { printableLine } from './printable.ts';
import type { Output, Reporter } from './reporter.ts';

type Progress = Extract<JobEvent, { type: 'progress' }>;

/**
 * Plain lines. On a terminal the current progress stands on the last line and is rewritten; piped, only what a step
 * starts and ends with is printed.
 */
export function createTextReporter(
  stdout: Output,
  stderr: Output,
  options: { terminal: boolean; verbose: boolean },
): Reporter {
  let status = '';
  let announced = '';
  const clear = () => {
    if (status !== '') stderr.write('\r\u001b[K');
    status = '';
  };
  const line = (text: string) => {
    clear();
    stderr.write(`${text}\n`);
  };

  function progress(event: Progress) {
    const key = `${event.step}/${event.workload ?? ''}`;
    if (options.terminal) {
      status = `${stepTitle(event)} ${progressBar(event)}`;
      stderr.write(`\r\u001b[K${status}`);
    } else if (key !== announced) {
      line(stepTitle(event));
    }
    announced = key;
  }

  return {
    event(event) {
      if (event.type === 'progress') progress(event);
      else if (event.type === 'warning') line(`warning: ${printableLine(event.text)}`);
      else if (event.type === 'repair') {
        line(
          `repair ${event.repair.round} (${event.workload}): ${printableLine(event.repair.symptom)} → ${printableLine(event.repair.change)}`,
        );
      } else if (options.verbose) line(`  ${printableLine(event.text)}`);
    },
    result(_json, text) {
      clear();
      stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    error(error) {
      clear();
      stderr.write(`slipway: ${errorLine(error)}\n`);
    },
  };
}

const titles: Record<Progress['step'], string> = {
  connect: 'Connecting',
  scan: 'Reading the server',
  plan: 'Planning',
  extract: 'Fetching files',
  generate: 'Writing files',
  build: 'Building',
  run: 'Starting',
  verify: 'Comparing with the server',
  repair: 'Repairing',
  bundle: 'Writing the bundle',
  export: 'Pushing',
};

function stepTitle(event: Progress): string {
  return event.workload === undefined ? titles[event.step] : `${titles[event.step]}: ${printableLine(event.workload)}`;
}

function progressBar(event: Progress): string {
  const amount = (n: number) => (event.unit === 'bytes' ? formatBytes(n) : String(n));
  if (event.total === undefined || event.total === 0) return amount(event.done);
  const share = Math.min(1, event.done / event.total);
  const width = 24;
  const filled = Math.round(share * width);
  return `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${Math.round(share * 100)}% of ${amount(event.total)}`;
}
