import { performance } from 'node:perf_hooks';

const runs = 5;

/** Medians of two things measured in turn, A B A B …, so that a machine that gets slower slows both. */
export interface Comparison {
  ours: number;
  theirs: number;
  /** Median of the ratios theirs/ours of each pair. */
  ratio: number;
}

/** Runs both once unmeasured, then five times each in turn. Seconds. */
export async function compareSeconds(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<Comparison> {
  await ours();
  await theirs();
  const pairs: { ours: number; theirs: number }[] = [];
  for (let index = 0; index < runs; index += 1) {
    pairs.push({ ours: await seconds(ours), theirs: await seconds(theirs) });
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
    ratio: median(pairs.map((pair) => pair.theirs / pair.ours)),
  };
}

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
