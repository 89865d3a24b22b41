import type { Detector } from '../detector.ts';
import { detectApache } from './detect.ts';
import { planApache } from './plan.ts';

export const apache: Detector = {
  id: 'apache',
  title: 'Apache HTTP Server, with CGI or PHP',
  probes: ['processes', 'sockets', 'units', 'files', 'packages'],
  detect: detectApache,
  plan: planApache,
};
