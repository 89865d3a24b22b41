import { queryOptions } from '@tanstack/react-query';
import type { EngineClient } from '../../shared/contract/client.ts';

/** The project's plan as it stands on disk. */
export function planQuery(client: EngineClient, directory: string) {
  return queryOptions({ queryKey: ['plan', directory], queryFn: () => client.projects.plan({ directory }) });
}
