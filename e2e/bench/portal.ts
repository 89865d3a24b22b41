import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildArguments } from '../lab/image.ts';
import type { BenchServer } from './bench-server.ts';
import { median } from './measure.ts';
import { measureSizes, type Sizes } from './size.ts';
import { type StepTimes, timeSteps } from './steps.ts';

const runs = 5;

export interface PortalMeasures {
  times: readonly StepTimes[];
  sizes: Sizes;
}

/** The reference case from its address to a proven bundle, several times, and the size of the image that came of it. */
export async function benchPortal(server: BenchServer, host: string, scratch: string): Promise<PortalMeasures> {
  const bundle = join(scratch, 'portal');
  const connect = ['--identity', server.identityFile, '--accept-new-host-key', '--docker', host, '-o', bundle];
  // Apart from the person's own known hosts: the next server on this port has another key.
  const env = { ...process.env, HOME: scratch };
  const times: StepTimes[] = [];
  for (let run = 0; run < runs; run += 1) {
    await rm(bundle, { recursive: true, force: true });
    times.push(await timeSteps(['migrate', server.target, ...connect], env));
  }
  const buildArgs = ['--network', 'host', ...(await buildArguments('bookworm'))];
  return { times, sizes: await measureSizes(host, server, bundle, buildArgs) };
}

export function printPortal({ times, sizes }: PortalMeasures): void {
  const total = median(times.map((time) => time.total));
  console.log(`\nPortal, end to end: ${total.toFixed(1)} s, median of ${runs}`);
  for (const name of times[0]?.steps.keys() ?? []) {
    const seconds = median(times.map((time) => time.steps.get(name) ?? 0));
    console.log(`  ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s  ${Math.round((100 * seconds) / total)} %`);
  }
  printSizes(median(times.flatMap((time) => time.imageSizes)), sizes);
}

function printSizes(image: number, { base, installed, disk }: Sizes): void {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log('\nImage size, over the base image');
  console.log(`  slipway                        ${megabytes(image - base)}`);
  console.log(`  apt-get install, same packages ${megabytes(installed - base)}`);
  console.log(`  the whole disk as a tar        ${megabytes(disk)}`);
  console.log(`  ${(100 * (1 - (image - base) / disk)).toFixed(1)} % smaller than the disk (target 92)`);
}
