import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyPlan, emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { type CollectedPayload, collectPayload } from './collect.ts';
import { placePayload } from './place.ts';
import { dockerExecHost } from './testing/docker-exec-host.ts';
import { recordedJob } from './testing/recorded-job.ts';

// A program alone, in an image of nothing else: it runs only if every library, the loader and its cache came along.
const directory = mkdtempSync(join(tmpdir(), 'slipway-scratch-'));
const server = `slipway-payload-scratch-${process.pid}`;
const image = `slipway-payload-scratch:${process.pid}`;
const privateLibrary = 'mv /usr/lib/x86_64-linux-gnu/libacl.so.1* /usr/local/lib/ && ldconfig';
let collected: CollectedPayload;

function docker(...command: string[]): string {
  return execFileSync('docker', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(async () => {
  docker('run', '-d', '--name', server, '--network', 'none', 'debian:bookworm-slim', 'sleep', '3600');
  docker('exec', server, 'sh', '-c', privateLibrary);
  const workload = emptyWorkload({
    strategy: 'scratch',
    files: { packages: [], include: [{ path: '/bin/tar', scope: 'file', reason: 'the program' }], exclude: [] },
  });
  const request = { host: dockerExecHost(server), plan: emptyPlan([workload]), workload, base: undefined };
  collected = await collectPayload({ ...request, spool: join(directory, 'spool') }, recordedJob());
  await placePayload(collected, { workloadDir: directory, secretsDir: join(directory, 'secrets') }, recordedJob());
  const build = `printf 'FROM scratch\\nADD payload.tar /\\n' > Dockerfile && docker build -q -t ${image} .`;
  execFileSync('sh', ['-c', build], { cwd: directory, stdio: 'pipe' });
});

afterAll(() => {
  docker('rm', '-f', server);
  docker('rmi', '-f', image);
  rmSync(directory, { recursive: true, force: true });
});

it('runs', () => {
  expect(docker('run', '--rm', '--network', 'none', image, '/bin/tar', '--version')).toContain('GNU tar');
});

it('says why each library is there and misses none', () => {
  const reasons = (path: string) => collected.evidence.entries.find((entry) => entry.path === path)?.reasons.join();
  expect(reasons('/usr/local/lib/libacl.so.1')).toContain('libacl.so.1 needed by /usr/bin/tar (DT_NEEDED)');
  expect(reasons('/etc/ld.so.cache')).toContain('libacl.so.1');
  expect(reasons('/usr/lib64/ld-linux-x86-64.so.2')).toContain('PT_INTERP');
  expect(collected.evidence.missingLibraries).toEqual([]);
});

it('tells scanners which packages it took from', () => {
  expect(collected.packageRecords.map(({ name }) => name)).toContain('libc6');
  expect(collected.synthesised).toContain('/var/lib/dpkg/status.d/libc6');
});
