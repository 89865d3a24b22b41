import { sentence } from '../../../../shared/text/sentence.ts';
import type { Detector } from '../detector.ts';
import { detectApache } from './detect.ts';
import { planApache } from './plan.ts';

export const apache: Detector = {
  id: 'apache',
  title: sentence`Apache HTTP Server, with CGI or PHP`,
  probes: ['processes', 'sockets', 'units', 'files', 'packages'],
  detect: detectApache,
  plan: planApache,
};
