import type { Detector } from '../detector.ts';
import { detectRedis } from './detect.ts';
import { planRedis } from './plan.ts';

export const redis: Detector = {
  id: 'redis',
  title: 'Redis',
  probes: ['processes', 'sockets', 'units', 'files', 'packages'],
  detect: detectRedis,
  plan: planRedis,
};
