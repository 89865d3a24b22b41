import { queryOptions } from '@tanstack/react-query';
import type { EngineClient } from '../../shared/contract/client.ts';
import type { EvidenceEntry } from '../../shared/model/evidence.ts';

/** The files that the last look or run found for a workload; none before the first. */
export function evidenceQuery(client: EngineClient, directory: string, workload: string) {
  return queryOptions({
    queryKey: ['evidence', directory, workload],
    queryFn: async ({ signal }) => {
      const entries: EvidenceEntry[] = [];
      const parts = await client.projects.evidence({ directory, workload }, { signal });
      for await (const part of parts) entries.push(...part);
      return entries;
    },
    // A look and a run say when it has changed.
    staleTime: Number.POSITIVE_INFINITY,
    // What nothing shows any more would only make collecting the page's garbage take longer.
    gcTime: 60_000,
    // Comparing hundreds of thousands of files with those before would block the page.
    structuralSharing: false,
  });
}
