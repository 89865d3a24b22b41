import type { Gap } from '../../../shared/model/facts.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { ProbeName } from './registry.ts';

const subjects: Record<ProbeName | 'enrich', string> = {
  processes: sentence`processes`,
  sockets: sentence`sockets`,
  system: sentence`system and hardware`,
  units: sentence`services`,
  starters: sentence`schedules and supervised programs`,
  packages: sentence`packages`,
  identities: sentence`users and groups`,
  mounts: sentence`mounted file systems`,
  surroundings: sentence`time zone, locale and libraries`,
  files: sentence`configuration and files`,
  languages: sentence`language environments`,
  enrich: sentence`further configuration and files`,
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
  return gaps.filter(isLoss).map(({ probe, reason }) => lossOf(subjectOf(probe), reason));
}

function lossOf(subject: string, reason: Gap['reason']): string {
  if (reason === 'timeout')
    return sentence`The server took too long to tell its ${subject}: scan it again when it is less busy, so the plan may lack some.`;
  if (reason === 'truncated')
    return sentence`The server told more of its ${subject} than a scan reads: the rest was left out, so the plan may lack some.`;
  return sentence`What the server told of its ${subject} was not understood, so the plan may lack some.`;
}

function subjectOf(probe: string): string {
  return Object.entries(subjects).find(([name]) => name === probe)?.[1] ?? probe;
}
