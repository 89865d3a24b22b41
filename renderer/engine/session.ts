import { QueryClient } from '@tanstack/react-query';
import type { EngineClient } from '../../shared/contract/client.ts';
import { createJobs } from '../jobs/jobs.ts';
import type { Session } from './engine-provider.tsx';

/** A window's session over a connection to the engine. */
export function createSession(client: EngineClient, onLost: Session['onLost'] = () => undefined): Session {
  const queries = new QueryClient({
    defaultOptions: {
      // The engine is this machine: it is there or it is not, and its answers change only by what the app does.
      queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return { client, queries, jobs: createJobs(client), onLost };
}
