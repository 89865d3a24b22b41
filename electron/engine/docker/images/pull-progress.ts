import type { JobContext } from '../../job-context.ts';

interface Layer {
  current?: number | undefined;
  total?: number | undefined;
}

/** Adds up the layers of one pull, so that a person sees a single number that only grows. */
export function createPullProgress(job: JobContext): (id: string | undefined, layer: Layer | undefined) => void {
  const layers = new Map<string, { current: number; total: number }>();
  return (id, layer) => {
    if (id === undefined || layer?.total === undefined) return;
    const seen = layers.get(id) ?? { current: 0, total: layer.total };
    // The same layer is counted again while it is unpacked: only downloads move forward.
    layers.set(id, { current: Math.max(seen.current, Math.min(layer.current ?? 0, seen.total)), total: seen.total });
    const sums = [...layers.values()].reduce(
      (sum, one) => ({ done: sum.done + one.current, total: sum.total + one.total }),
      { done: 0, total: 0 },
    );
    job.emit({ type: 'progress', step: 'build', ...sums, unit: 'bytes' });
  };
}
