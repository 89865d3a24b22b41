import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aptProxy, debianMirror } from './mirror.ts';
import { becomesRoot, mustRunAsRoot, runAsRoot } from './root.ts';
import type { RunResult } from './run.ts';
import { MachineNotReady } from './tools.ts';

/** Makes the root file system of a slim Debian image from Debian's packages, as a compressed tar at `target`. */
export async function bootstrapRootfs(release: string, target: string): Promise<void> {
  if (!(await becomesRoot())) throw new MachineNotReady('debootstrap needs root or sudo.');
  await mkdir(dirname(target), { recursive: true });
  const directory = await mkdtemp(join(tmpdir(), 'slipway-base-'));
  const partial = `${target}.${process.pid}.part`;
  try {
    const proxy = await aptProxy();
    const script = fileURLToPath(new URL('slim-rootfs.sh', import.meta.url));
    const parameters = [release, (await debianMirror(release)) ?? '', directory, partial];
    const made = await runAsRoot(['env', `http_proxy=${proxy ?? ''}`, 'sh', script, ...parameters]);
    if (made.code !== 0) throw new MachineNotReady(`${advice(release)}\n${lastLines(made)}`);
    await rename(partial, target);
  } finally {
    await mustRunAsRoot(['rm', '-rf', directory, partial]);
  }
}

function advice(release: string): string {
  return `debootstrap could not make ${release}. If it is retired, name a mirror that still has it in SLIPWAY_DEBIAN_MIRROR.`;
}

function lastLines({ stderr }: RunResult): string {
  return stderr.trim().split('\n').slice(-5).join('\n');
}
