import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import { playJob } from '../play-job.ts';
import { recorded } from '../recorded.ts';
import type { World } from '../world.ts';

const os = implement(contract);

/** What the page asks outside of a project; the command line's own procedures are none of its business. */
export function commandLineHandlers(world: World) {
  return {
    scan: os.scan.handler(notHere),
    plan: os.plan.handler(notHere),
    migrate: os.migrate.handler(notHere),
    build: os.build.handler(notHere),
    verify: os.verify.handler(notHere),
    export: os.export.handler(notHere),
    doctor: os.doctor.handler(({ input: { docker }, signal }) =>
      playJob(
        world,
        [{ type: 'progress', step: 'connect', done: 1, unit: 'steps' }],
        () => inspect(world, docker.host),
        signal,
      ),
    ),
    answer: os.answer.handler(({ input }) => ({ accepted: world.jobs.answer(input.job, input.question, input.value) })),
    cancel: os.cancel.handler(({ input }) => ({ cancelled: world.jobs.cancel(input.job) })),
  };
}

function inspect(world: World, host: string | undefined) {
  if (world.options.scenario === 'failing' || host?.includes('unreachable')) {
    throw new SlipwayError('docker.unreachable', `connect ECONNREFUSED ${host ?? '/var/run/docker.sock'}`, {
      hint: 'Start Docker there, or choose another Docker host.',
    });
  }
  return { ...recorded.doctor, host: host ?? recorded.doctor.host };
}

function notHere(): never {
  throw new SlipwayError('usage', 'The fake engine has no command line.');
}
