import { implement } from '@orpc/server';
import { containersContract } from '../../../shared/contract/containers.ts';
import type { Containers } from '../../engine/containers/containers.ts';
import type { RunAsJob } from './run-as-job.ts';

export function containersRouter(containers: Containers, job: RunAsJob) {
  const os = implement(containersContract);
  return os.router({
    connect: os.connect.handler(job(containers.connect)),
    list: os.list.handler(({ input }) => containers.list(input)),
    stats: os.stats.handler(({ input, signal }) => containers.stats(input, signal)),
    logs: os.logs.handler(({ input, signal }) => containers.logs(input, signal)),
    stop: os.stop.handler(({ input }) => containers.stop(input)),
    start: os.start.handler(({ input }) => containers.start(input)),
    layers: os.layers.handler(({ input }) => containers.layers(input)),
    shell: os.shell.handler(({ input, signal }) => containers.shell(input, signal)),
    type: os.type.handler(({ input }) => containers.type(input)),
    resize: os.resize.handler(({ input }) => containers.resize(input)),
  });
}
