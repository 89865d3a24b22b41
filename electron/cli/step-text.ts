import type { JobEvent } from '../../shared/model/events.ts';
import { formatBytes } from './format.ts';
import { printableLine } from './printable.ts';

type Progress = Extract<JobEvent, { type: 'progress' }>;

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

export function stepTitle(event: Progress): string {
  return event.workload === undefined ? titles[event.step] : `${titles[event.step]}: ${printableLine(event.workload)}`;
}

/** What a step has done, behind its title: ` (53.1 MB)`; nothing where a number would say nothing. */
export function stepAmount(event: Progress): string {
  if (event.unit === 'steps' || event.done === 0) return '';
  return event.unit === 'bytes' ? ` (${formatBytes(event.done)})` : ` (${event.done} ${event.unit})`;
}

const BAR = 24;

/** The running step on one line of the terminal, cut to its width: a longer line would not be rewritten whole. */
export function stepStatus(event: Progress, columns: number): string {
  const line = `${stepTitle(event)} ${progressBar(event)}`.trimEnd();
  return line.length < columns ? line : line.slice(0, Math.max(0, columns - 1));
}

function progressBar({ done, total, unit }: Progress): string {
  const amount = (count: number) => (unit === 'bytes' ? formatBytes(count) : String(count));
  if (total === undefined || total === 0) return done === 0 ? '…' : amount(done);
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR);
  return `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${amount(done)} of ${amount(total)}`;
}
