import { useEffect, useState } from 'react';
import { runInSlices, type Work } from './slices.ts';

/**
 * The result of work that is done in slices, while the page goes on answering. Undefined until it is there; while newer
 * work runs, the older result stays. `make` is to stay the same function as long as its result would be the same.
 */
export function useWork<Result>(make: () => Work<Result>): Result | undefined {
  const [result, setResult] = useState<Result>();
  useEffect(() => {
    const abort = new AbortController();
    runInSlices(make(), abort.signal).then(
      (done) => !abort.signal.aborted && setResult(() => done),
      (error: unknown) => {
        if (!abort.signal.aborted) throw error;
      },
    );
    return () => abort.abort();
  }, [make]);
  return result;
}
