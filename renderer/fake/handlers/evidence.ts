import type { EvidenceEntry } from '../../../shared/model/evidence.ts';
import { largeEvidence } from '../../../shared/testing/large.ts';
import type { Act } from '../play-job.ts';
import { recorded } from '../recorded.ts';
import type { World } from '../world.ts';

/** The survey of the files, as it goes. */
export const surveyActs: readonly Act[] = Array.from({ length: 12 }, (_act, index) => ({
  type: 'progress',
  step: 'extract',
  done: (index + 1) * 350,
  total: 4200,
  unit: 'files',
}));

export function evidenceOf(world: World): EvidenceEntry[] {
  return world.options.large ? largeEvidence(recorded.evidence) : recorded.evidence;
}
