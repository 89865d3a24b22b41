import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type PropsWithChildren, useContext } from 'react';
import type { EngineClient } from '../../shared/contract/client.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { JobsProvider } from '../jobs/jobs-context.tsx';

/** What one window holds for as long as it is open. */
export interface Session {
  client: EngineClient;
  queries: QueryClient;
  jobs: Jobs;
  /** Calls back when the engine is gone for good. */
  onLost(listener: () => void): void;
}

const EngineContext = createContext<EngineClient | undefined>(undefined);

export function EngineProvider({ session, children }: PropsWithChildren<{ session: Session }>) {
  return (
    <EngineContext value={session.client}>
      <QueryClientProvider client={session.queries}>
        <JobsProvider jobs={session.jobs}>{children}</JobsProvider>
      </QueryClientProvider>
    </EngineContext>
  );
}

/** The engine: every procedure of the contract. */
export function useEngine(): EngineClient {
  const client = useContext(EngineContext);
  if (client === undefined) throw new Error('useEngine needs an EngineProvider.');
  return client;
}
