import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { docker } from '../../scripts/machine/docker.ts';
import { mustRun } from '../../scripts/machine/run.ts';
import type { BenchServer } from './bench-server.ts';

export interface Sizes {
  base: number;
  /** The same base with the same packages installed by apt-get. */
  installed: number;
  /** The server's whole disk as a tar. */
  disk: number;
}

/** Sizes in bytes of what a bundle's workload starts from, and of the two usual ways to move it. */
export async function measureSizes(
  host: string,
  server: BenchServer,
  bundle: string,
  buildArgs: readonly string[],
): Promise<Sizes> {
  const { base, packages } = await workloadOf(bundle);
  const installed = await installPackages(host, base, packages, buildArgs);
  try {
    return {
      base: await imageSize(host, base),
      installed: await imageSize(host, installed),
      disk: await diskSize(server),
    };
  } finally {
    await docker(host, ['rmi', '--force', installed]);
  }
}

async function workloadOf(bundle: string): Promise<{ base: string; packages: string[] }> {
  const plan = parse(await readFile(join(bundle, 'slipway.yaml'), 'utf8'));
  const [workload] = plan.workloads;
  return {
    base: workload.base.image,
    packages: workload.files.packages.map((one: { name: string }) => one.name),
  };
}

async function installPackages(
  host: string,
  base: string,
  packages: readonly string[],
  buildArgs: readonly string[],
): Promise<string> {
  const context = await mkdtemp('/tmp/bench-size-');
  const tag = 'slipway-bench-installed';
  try {
    await writeFile(
      join(context, 'Dockerfile'),
      `FROM ${base}\nRUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq ` +
        `--no-install-recommends ${packages.join(' ')} && rm -rf /var/lib/apt/lists/*\n`,
    );
    await docker(host, ['build', '--quiet', ...buildArgs, '--tag', tag, context]);
    return tag;
  } finally {
    await rm(context, { recursive: true });
  }
}

async function imageSize(host: string, image: string): Promise<number> {
  return Number(await docker(host, ['image', 'inspect', '--format', '{{.Size}}', image]));
}

async function diskSize(server: BenchServer): Promise<number> {
  const counted = await mustRun('sh', [
    '-c',
    `ssh -i '${server.identityFile}' -o UserKnownHostsFile='${server.knownHostsFile}' -p ${server.port} ` +
      `${server.user}@127.0.0.1 'tar -C / --one-file-system -cf - . 2>/dev/null' | wc -c`,
  ]);
  return Number(counted);
}
