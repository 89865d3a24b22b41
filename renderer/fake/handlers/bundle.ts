import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { passGate } from '../pass-gate.ts';
import { playJob } from '../play-job.ts';
import { change } from '../project-at.ts';
import { recorded } from '../recorded.ts';
import type { World } from '../world.ts';

const os = implement(contract).bundle;

const commit = '3f2a9c51d0be4471a9a1b9f2f7b0f7a1f5c2f001';
const at = '2026-11-02T09:05:00.000Z';

export function bundleHandlers(world: World) {
  const written = recorded.files.filter(({ kind }) => kind !== 'secret');
  return {
    preview: os.preview.handler(async () => {
      await passGate(world);
      return {
        files: recorded.files.map(({ path, sizeBytes, kind }) => ({
          path,
          sizeBytes,
          place: kind === 'secret' ? ('ignored' as const) : ('git' as const),
          reason: kind === 'secret' ? 'A secret: it never leaves this machine.' : '',
        })),
        secrets: recorded.plan.workloads.flatMap(({ name, secrets }) =>
          secrets.map((secret) => ({ name: secret.name, workload: name, goes: `secrets/${name}` })),
        ),
        branch: 'main',
        remotes: [],
        changed: written.slice(0, 3).map(({ path }) => path),
      };
    }),
    push: os.push.handler(({ input: { directory, url, branch }, signal }) =>
      playJob(
        world,
        [
          { type: 'progress', step: 'export', done: 0, total: 2, unit: 'steps' },
          {
            type: 'ask',
            question: { kind: 'git-password', url: 'https://git.example.net', user: 'engineer' },
            accept: (answer) => answer !== undefined,
          },
          { type: 'progress', step: 'export', done: 2, total: 2, unit: 'steps' },
        ],
        () => {
          change(world, directory, { lastExport: { way: 'push', at, url, branch, commit } });
          return { commit, branch };
        },
        signal,
      ),
    ),
    copy: os.copy.handler(({ input, signal }) =>
      playJob(
        world,
        [],
        () => {
          const { directory, kind: way, target } = input;
          change(world, directory, { lastExport: { way, at, target } });
          return { target, files: written.length, bytes: 36_400_000 };
        },
        signal,
      ),
    ),
  };
}
