import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { passGate } from '../pass-gate.ts';
import { playJob } from '../play-job.ts';
import type { World } from '../world.ts';

const os = implement(contract).containers;

const container = {
  id: '4be1c0a7f6d2',
  name: 'slipway-portal',
  workload: 'portal',
  image: 'slipway/portal:2a6ec1e68a46',
  state: 'running',
  status: 'Up 3 minutes (healthy)',
  ports: [{ container: 8088, protocol: 'tcp' as const, host: 49161 }],
  startedAt: '2026-11-02T08:40:00.000Z',
};

const lines = [
  'AH00094: Command line: apache2 -D FOREGROUND\n',
  '10.0.2.2 - - "GET /cgi-bin/status.pl HTTP/1.1" 200 512\n',
];

export function containerHandlers(world: World) {
  return {
    connect: os.connect.handler(({ signal }) =>
      playJob(
        world,
        [{ type: 'progress', step: 'connect', done: 1, unit: 'steps' }],
        () => ({ host: 'unix:///var/run/docker.sock' }),
        signal,
      ),
    ),
    list: os.list.handler(async () => {
      await passGate(world);
      return ['full', 'held'].includes(world.options.scenario) ? [container] : [];
    }),
    stats: os.stats.handler(async function* ({ signal }) {
      for (let tick = 0; !(signal?.aborted ?? false); tick += 1) {
        yield reading(tick);
        await world.pause(signal);
      }
    }),
    logs: os.logs.handler(async function* () {
      yield* lines;
    }),
    stop: os.stop.handler(() => {}),
    start: os.start.handler(() => {}),
    layers: os.layers.handler(() => [
      { createdBy: 'debian:bookworm-slim', sizeBytes: 125_644_916, base: true },
      { createdBy: 'ADD payload.tar /', sizeBytes: 34_438_815, base: false },
    ]),
    shell: os.shell.handler(async function* ({ signal }) {
      yield { type: 'opened' as const, session: 'shell-1' };
      yield { type: 'output' as const, text: '$ ' };
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    }),
    type: os.type.handler(() => {}),
    resize: os.resize.handler(() => {}),
  };
}

function reading(tick: number) {
  return {
    at: Date.now(),
    cpuPercent: 4 + 3 * Math.sin(tick / 5),
    memoryBytes: 21_000_000 + (tick % 30) * 40_000,
    memoryLimitBytes: 134_217_728,
    receivedBytes: tick * 1800,
    sentBytes: tick * 9400,
    pids: 7,
  };
}
