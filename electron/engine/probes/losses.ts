import type { Gap } from '../../../shared/model/facts.ts';
import type { ProbeName } from './registry.ts';

const subjects: Record<ProbeName | 'enrich', string> = {
  processes: 'processes',
  sockets: 'sockets',
  system: 'system and hardware',
  units: 'services',
  starters: 'schedules and supervised programs',
  packages: 'packages',
  identities: 'users and groups',
  mounts: 'mounted file systems',
  surroundings: 'time zone, locale and libraries',
  files: 'configuration and files',
  languages: 'language environments',
  enrich: 'further configuration and files',
};

/** Whether a whole probe was lost or cut short, as against a single thing that it could not read. */
export function isLoss({ probe, subject }: Gap): boolean {
  return subject === `probe ${probe}`;
}

/** Probes that ran out of time: they may tell more when they are asked again. */
export function lateProbes(gaps: readonly Gap[]): string[] {
  return gaps.filter((gap) => isLoss(gap) && gap.reason === 'timeout').map(({ probe }) => probe);
}

/** What a person must know before trusting the plan: a sentence for each probe that was lost or cut short. */
export function lossesOf(gaps: readonly Gap[]): string[] {
  return gaps
    .filter(isLoss)
    .map(({ probe, reason }) => `${lossOf(subjectOf(probe), reason)}, so the plan may lack some.`);
}

function lossOf(subject: string, reason: Gap['reason']): string {
  if (reason === 'timeout')
    return `The server took too long to tell its ${subject}: scan it again when it is less busy`;
  if (reason === 'truncated') return `The server told more of its ${subject} than a scan reads: the rest was left out`;
  return `What the server told of its ${subject} was not understood`;
}

function subjectOf(probe: string): string {
  return Object.entries(subjects).find(([name]) => name === probe)?.[1] ?? probe;
}
