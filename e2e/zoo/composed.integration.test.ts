import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBaseImage } from '../../scripts/machine/base-image.ts';
import { ensureCompose } from '../../scripts/machine/compose.ts';
import { docker, type Engine, tryDocker } from '../../scripts/machine/docker.ts';
import { ensureEngine } from '../../scripts/machine/engine.ts';
import { tcp } from '../lab/ask/tcp.ts';
import { buildWorkloads, composeUp } from './composed.ts';
import { imageSizes } from './image-sizes.ts';

const listen = 'IO::Socket::INET->new(LocalPort => 7000, Listen => 5)';
const program = `use IO::Socket; my $s = ${listen}; while (my $c = $s->accept) { print $c "hello\\n"; close $c }`;
const greeting = tcp({ name: 'greeting', port: 7000, send: [], until: /\n/, expect: /hello/ });

let engine: Engine;
let bundle: string;

beforeAll(async () => {
  engine = await ensureEngine();
  await ensureBaseImage(engine.host, 'bookworm');
  bundle = await mkdtemp(join(tmpdir(), 'slipway-composed-test-'));
  await mkdir(join(bundle, 'workloads/greeter'), { recursive: true });
  await writeFile(join(bundle, 'workloads/greeter/program.pl'), program);
  await writeFile(
    join(bundle, 'workloads/greeter/Dockerfile'),
    'FROM debian:bookworm-slim\nADD program.pl /program.pl\nCMD ["perl", "/program.pl"]\n',
  );
});

afterAll(async () => {
  await rm(bundle, { recursive: true });
  await engine.stop();
});

async function writeCompose(command: string): Promise<void> {
  const service = { build: 'workloads/greeter', init: true, ports: ['127.0.0.1::7000'], command };
  await writeFile(join(bundle, 'compose.yaml'), JSON.stringify({ services: { greeter: service } }));
}

test('a bundle is built, brought up, reached and taken down with Docker alone', async () => {
  await writeCompose('perl /program.pl');
  const images = await buildWorkloads(engine.host, bundle, 'slipway-zoo-test');
  const sizes = await imageSizes(engine.host, bundle, images);
  expect(sizes.get('greeter')).toBe(program.length);
  await docker(engine.host, ['image', 'rm', ...images.values()]);

  const composed = await composeUp(engine.host, bundle, 'slipway-zoo-test', await ensureCompose());
  expect(await greeting.ask(composed.place(7000)).finally(() => composed.down())).toBe('hello\n');
  expect((await tryDocker(engine.host, ['ps', '-aq', '--filter', 'name=slipway-zoo-test'])).stdout).toBe('');
});

test('a container that ends at once fails the bundle, says why, and is taken down', async () => {
  await writeCompose('sh -c "echo it broke; exit 3"');
  const up = composeUp(engine.host, bundle, 'slipway-zoo-test', await ensureCompose());
  await expect(up).rejects.toThrow(/it broke/);
  expect((await tryDocker(engine.host, ['ps', '-aq', '--filter', 'name=slipway-zoo-test'])).stdout).toBe('');
});
