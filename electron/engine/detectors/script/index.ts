import { sentence } from '../../../../shared/text/sentence.ts';
import type { Detector } from '../detector.ts';
import { detectScript } from './detect.ts';
import { planScript } from './plan.ts';

export const script: Detector = {
  id: 'script',
  title: sentence`Script under an interpreter`,
  probes: ['processes', 'sockets', 'units', 'files', 'packages', 'languages'],
  detect: (_server, tree) => detectScript(tree),
  plan: planScript,
};
