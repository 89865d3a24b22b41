import { implement } from '@orpc/server';
import { demoContract } from '../../../shared/contract/demo.ts';
import type { Demo } from '../../engine/demo/demo.ts';
import type { RunAsJob } from './run-as-job.ts';

export function demoRouter(demo: Demo, job: RunAsJob) {
  const os = implement(demoContract);
  return os.router({
    state: os.state.handler(() => demo.state(undefined)),
    start: os.start.handler(job(demo.start)),
    stop: os.stop.handler(job(demo.stop)),
  });
}
