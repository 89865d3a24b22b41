import { sentence } from '../../../../shared/text/sentence.ts';
import type { Detector } from '../detector.ts';
import { detectDaemon } from './detect.ts';
import { planDaemon } from './plan.ts';

export const daemon: Detector = {
  id: 'daemon',
  title: sentence`Known daemon`,
  probes: ['processes', 'sockets', 'units', 'files', 'packages'],
  detect: (_server, tree) => detectDaemon(tree),
  plan: planDaemon,
};
