import { queryOptions } from '@tanstack/react-query';
import type { EngineClient } from '../../../../shared/contract/client.ts';

/** What the last run compared. A query has to answer with something: null stands for "no report yet". */
export function parityQuery(client: EngineClient, directory: string) {
  return queryOptions({
    queryKey: ['parity', directory],
    queryFn: async () => (await client.projects.parity({ directory })) ?? null,
  });
}
