import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { Project } from '../../../shared/model/project.ts';
import { passGate } from '../pass-gate.ts';
import { type Act, playJob } from '../play-job.ts';
import { newestScan, type World } from '../world.ts';

const os = implement(contract).demo;
const target = 'ssh://root@127.0.0.1:49222';
const fingerprint = 'SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8';

/** `empty`: no checkout to build it from; `failing`: it does not start. */
export function demoHandlers(world: World) {
  return {
    state: os.state.handler(async () => {
      await passGate(world);
      return {
        possible: world.options.scenario === 'empty' ? ('no-checkout' as const) : (true as const),
        ...(world.demo === undefined ? {} : { started: world.demo }),
      };
    }),
    start: os.start.handler(({ input: { directory }, signal }) =>
      playJob(world, startActs, () => started(world, directory), signal),
    ),
    stop: os.stop.handler(({ signal }) =>
      playJob(
        world,
        [{ type: 'log', step: 'build', text: 'Removing the demo server' }],
        () => {
          const directory = world.demo?.directory ?? '';
          world.demo = undefined;
          return { directory };
        },
        signal,
      ),
    ),
  };
}

const startActs: Act[] = [
  { type: 'progress', step: 'build', done: 0, unit: 'steps' },
  ...['▸ Building the server portal (bookworm) …', '  done in 48.2 s', '▸ Booting portal …', '  done in 6.4 s'].map(
    (text) => ({ type: 'log', step: 'build', text }) as const,
  ),
];

function started(world: World, directory: string) {
  if (world.options.scenario === 'failing') {
    throw new SlipwayError('demo.failed', 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.', {
      hint: 'Read the log, then try again; `npm run demo` in the checkout shows more.',
    });
  }
  const key = '/home/engineer/.local/state/slipway/lab/id_ed25519';
  const project: Project = {
    ...{ directory, name: 'Demo', step: 'connect', hasPlan: false },
    server: { target, identityFiles: [key], jump: [], sudo: false, acceptNewHostKey: false },
    docker: { host: 'unix:///var/run/docker.sock', identityFiles: [], acceptNewHostKey: false },
  };
  world.projects.set(directory, project);
  world.demo = { directory, at: newestScan.takenAt, running: true };
  return { directory, target, fingerprint };
}
