import type { Detector } from '../detector.ts';
import { detectScript } from './detect.ts';
import { planScript } from './plan.ts';

export const script: Detector = {
  id: 'script',
  title: 'Script under an interpreter',
  probes: ['processes', 'sockets', 'units', 'files', 'packages', 'languages'],
  detect: (_server, tree) => detectScript(tree),
  plan: planScript,
};
