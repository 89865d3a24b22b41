import { sentence } from '../../../../shared/text/sentence.ts';
import type { Detector } from '../detector.ts';
import { detectNative } from './detect.ts';
import { planNative } from './plan.ts';

export const native: Detector = {
  id: 'native',
  title: sentence`Program`,
  probes: ['processes', 'sockets', 'units', 'files', 'packages'],
  detect: (_server, tree) => detectNative(tree),
  plan: planNative,
};
