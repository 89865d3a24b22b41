import type { Finding, Grade } from '../../../shared/model/findings.ts';
import type { Detector } from './detector.ts';
import { detectors } from './registry.ts';
import type { ProcessTree } from './support/process-tree.ts';
import type { Server } from './support/server.ts';

const rank: Record<Grade, number> = { certain: 2, likely: 1, possible: 0 };

export interface Detected {
  detector: Detector;
  finding: Finding;
}

/** The surest claim about a process tree. */
export function detect(server: Server, tree: ProcessTree): Detected | undefined {
  let best: Detected | undefined;
  for (const detector of detectors) {
    const finding = detector.detect(server, tree);
    if (finding && (!best || rank[finding.grade] > rank[best.finding.grade])) best = { detector, finding };
  }
  return best;
}
