import type { Detector } from '../detector.ts';
import { detectNginx } from './detect.ts';
import { planNginx } from './plan.ts';

export const nginx: Detector = {
  id: 'nginx',
  title: 'nginx',
  probes: ['processes', 'sockets', 'units', 'files', 'packages'],
  detect: detectNginx,
  plan: planNginx,
};
