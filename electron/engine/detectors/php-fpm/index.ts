import { sentence } from '../../../../shared/text/sentence.ts';
import type { Detector } from '../detector.ts';
import { detectPhpFpm } from './detect.ts';
import { planPhpFpm } from './plan.ts';

export const phpFpm: Detector = {
  id: 'php-fpm',
  title: sentence`PHP FastCGI process manager`,
  probes: ['processes', 'sockets', 'units', 'files', 'packages'],
  detect: detectPhpFpm,
  plan: planPhpFpm,
};
