import { apache } from './apache/index.ts';
import { daemon } from './daemon/index.ts';
import type { Detector } from './detector.ts';
import { native } from './native/index.ts';
import { nginx } from './nginx/index.ts';
import { phpFpm } from './php-fpm/index.ts';
import { redis } from './redis/index.ts';
import { script } from './script/index.ts';

/** Every detector; of two that are equally sure, the earlier one wins, so the fallbacks stand last. */
export const detectors: readonly Detector[] = [apache, nginx, phpFpm, redis, daemon, script, native];
