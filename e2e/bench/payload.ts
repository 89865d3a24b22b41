import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../../scripts/machine/run.ts';
import type { BenchServer } from './bench-server.ts';
import { type Comparison, compareSeconds } from './measure.ts';

export interface PayloadComparison extends Comparison {
  bytes: number;
  /** Highest resident size of our process over all runs. */
  peakBytes: number;
}

/** What is streamed: two large files and ten thousand small ones, which no compression or hole makes shorter. */
const makeFiles = `set -e
mkdir -p /srv/bench/small && cd /srv/bench
[ -f big1 ] || for n in 1 2; do openssl enc -aes-128-ctr -pbkdf2 -nosalt -pass pass:$n -in /dev/zero 2>/dev/null | head -c 950000000 >big$n; done
[ -f small/10000 ] || for n in $(seq 10000); do head -c 10000 big1 >small/$n; done
du -sb /srv/bench | cut -f1`;

/**
 * The engine's payload stream against `ssh tar | cat` of the same files, both to where nothing is kept but what each
 * must keep: ours writes every file to its spool, theirs throws the bytes away. Each run has a spool of its own and none
 * is removed in between: ext4 keeps away from inodes that were just deleted, and looks at them all at every new file.
 */
export async function benchPayload(server: BenchServer, scratch: string): Promise<PayloadComparison> {
  const ssh = ['-i', server.identityFile, '-o', `UserKnownHostsFile=${server.knownHostsFile}`];
  const login = [...ssh, '-p', String(server.port), `${server.user}@127.0.0.1`];
  const bytes = Number(await mustRun('ssh', [...login, makeFiles]));
  let peakBytes = 0;
  async function ours(): Promise<void> {
    const spool = await mkdtemp(join(scratch, 'spool-'));
    const report = join(scratch, 'payload.json');
    await mustRun(
      process.execPath,
      ['dist/bench/fetch-tree.js', server.target, server.identityFile, '/srv/bench', spool, report],
      { env: { HOME: scratch } },
    );
    const { maxRssBytes }: { maxRssBytes: number } = JSON.parse(await readFile(report, 'utf8'));
    peakBytes = Math.max(peakBytes, maxRssBytes);
  }
  const piped = `ssh ${login.map((word) => `'${word}'`).join(' ')} 'tar -C / -cf - srv/bench' | cat >/dev/null`;
  const comparison = await compareSeconds(ours, () => mustRun('sh', ['-c', piped]));
  return { ...comparison, bytes, peakBytes };
}

export function printPayload({ ours, theirs, ratio, bytes, peakBytes }: PayloadComparison): void {
  const speed = (seconds: number) => `${(bytes / seconds / 1e6).toFixed(0)} MB/s`;
  console.log(`\nPayload of ${(bytes / 1e9).toFixed(2)} GB, medians of 5`);
  console.log(`  slipway          ${speed(ours)}, peak memory ${(peakBytes / 1e6).toFixed(0)} MB (target below 200)`);
  console.log(`  ssh tar | cat    ${speed(theirs)}`);
  console.log(`  ${ratio.toFixed(2)} of its speed (median of the pairs' ratios; target 0.9)`);
}
