import { implement } from '@orpc/server';
import { machineContract } from '../../../shared/contract/machine.ts';
import type { Machine } from '../../engine/machine/machine.ts';
import type { RunAsJob } from './run-as-job.ts';

export function machineRouter(machine: Machine, job: RunAsJob) {
  const os = implement(machineContract);
  return os.router({
    sshHosts: os.sshHosts.handler(() => machine.sshHosts(undefined)),
    keys: os.keys.handler(() => machine.keys(undefined)),
    dockerContexts: os.dockerContexts.handler(() => machine.dockerContexts(undefined)),
    testServer: os.testServer.handler(job(machine.testServer)),
  });
}
