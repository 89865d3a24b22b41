import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dockerInputSchema, serverInputSchema } from '../../../shared/contract/inputs.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { emptyPlan, emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { committedFiles } from '../bundle/committed-files.ts';
import { lockFile, lockPayloads } from '../bundle/large-payloads.ts';
import { serialisePlan } from '../bundle/plan-file.ts';
import { writeFiles } from '../bundle/write-files.ts';
import { openDockerHost } from '../docker/open.ts';
import type { OpenedDockerHost } from '../docker/opened-host.ts';
import { engineUnderTest, plainDocker, recordingJob } from '../docker/testing/engine.ts';
import { scan } from '../probes/scan.ts';
import { connect } from '../remote/connect.ts';
import { failureOf } from '../remote/testing/failure.ts';
import { build } from './build.ts';
import { fetchWorkload } from './fetch-workload.ts';

// This machine is the server; a real engine builds.
const home = mkdtempSync(join(tmpdir(), 'slipway-refetch-'));
// What lies in /tmp is no part of any workload.
const application = mkdtempSync('/opt/slipway-refetch-');
const directory = join(home, 'bundle');
const payload = join(directory, 'workloads/shop/payload.tar');
const docker = dockerInputSchema.parse({ host: engineUnderTest() });
const from = serverInputSchema.parse({ target: 'local' });
let host: OpenedDockerHost;
let original: Buffer;
let image = '';

function write(name: string, content: string): void {
  writeFileSync(join(application, name), content);
  utimesSync(join(application, name), 1_700_000_000, 1_700_000_000);
}

beforeAll(async () => {
  mkdirSync(directory);
  write('program.bin', '\u0000\u0001 binary');
  write('other.bin', '\u0000\u0002 binary');
  host = await openDockerHost(engineUnderTest(), recordingJob());
  const plan = await planFor();
  await makeBundle(plan);
  original = readFileSync(payload);
  expect(original.includes('program.bin')).toBe(true);
  const files = await committedFiles(directory);
  await lockPayloads(directory, files, ['workloads/shop/payload.tar']);
});
afterAll(async () => {
  if (image !== '') await plainDocker().getImage(image).remove({ force: true });
  await host.close();
  rmSync(home, { recursive: true });
  rmSync(application, { recursive: true });
});

async function planFor(): Promise<Plan> {
  const base = { image: 'debian:bookworm-slim', reason: 'test' };
  const include = [{ path: application, scope: 'tree' as const, reason: 'application' }];
  const workload = emptyWorkload({ name: 'shop', base, files: { packages: [], include, exclude: [] } });
  const plan = emptyPlan([workload]);
  const { architecture } = await host.info();
  return { ...plan, server: { ...plan.server, architecture } };
}

async function makeBundle(plan: Plan): Promise<void> {
  const job = recordingJob();
  const server = await connect({ kind: 'local', host: 'local', sudo: false, acceptNewHostKey: false }, job);
  try {
    const link = { host: server, reconnect: async () => server, facts: await scan(server, job) };
    const site = {
      ...{
        run: 'test',
        root: directory,
        docker: host,
        made: new Set<string>(),
        server: link,
        spool: join(home, 'spool'),
      },
      compose: (name: string, files: Parameters<typeof writeFiles>[1]) =>
        writeFiles(join(directory, 'workloads', name), files),
    };
    for (const workload of plan.workloads) await fetchWorkload(site, plan, workload, new Map(), job);
    writeFileSync(join(directory, 'slipway.yaml'), serialisePlan(plan));
  } finally {
    await server.close();
  }
}

describe('build of a bundle whose payload Git could not take', () => {
  it('says where the payload comes from', async () => {
    rmSync(payload);
    const error = await failureOf(build({ directory, docker }, recordingJob()));
    expect(error).toMatchObject({ code: 'bundle.invalid', hint: expect.stringContaining('--from') });
  });

  it('fetches it from the server again, the same to the last byte, and builds', async () => {
    const { workloads } = await build({ directory, docker, from }, recordingJob());
    expect(workloads).toMatchObject([
      { name: 'shop', verdict: 'skipped', image: expect.stringMatching(/^slipway\/shop:/) },
    ]);
    image = workloads[0]?.image ?? '';
    expect(readFileSync(payload).equals(original)).toBe(true);
    expect(existsSync(join(directory, '.slipway'))).toBe(false);
  });

  it('refuses one that is no longer the same, names what changed, and leaves nothing', async () => {
    rmSync(payload);
    write('other.bin', '\u0000\u0003 changed');
    const error = await failureOf(build({ directory, docker, from }, recordingJob()));
    expect(error).toMatchObject({ code: 'bundle.invalid', message: expect.stringContaining('other.bin has changed') });
    expect(error.message).not.toContain('program.bin');
    expect(existsSync(payload)).toBe(false);
    expect(existsSync(join(directory, '.slipway'))).toBe(false);
  });

  it('fetches nothing that no lock names', async () => {
    rmSync(join(directory, lockFile('workloads/shop/payload.tar')));
    const error = await failureOf(build({ directory, docker, from }, recordingJob()));
    expect(error).toMatchObject({ code: 'bundle.invalid', message: expect.stringContaining('no payload.lock') });
  });
});
