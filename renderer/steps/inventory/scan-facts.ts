import { queryOptions, useQuery } from '@tanstack/react-query';
import type { EngineClient } from '../../../shared/contract/client.ts';
import { useEngine } from '../../engine/engine-provider.tsx';
import { useProject } from '../../project/project.ts';

export function scanFactsQuery(client: EngineClient, directory: string, scan: string) {
  return queryOptions({
    queryKey: ['facts', directory, scan],
    queryFn: async () => {
      const [facts, services] = await Promise.all([
        client.projects.facts({ directory, scan }),
        client.projects.services({ directory, scan }),
      ]);
      return { facts, services };
    },
    // A kept scan never changes; megabytes of it are not worth keeping once no screen shows them.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    structuralSharing: false,
  });
}

/** Facts and services of a kept scan. */
export function useScanFacts(scan: string) {
  const client = useEngine();
  const { directory } = useProject();
  return useQuery(scanFactsQuery(client, directory, scan));
}
