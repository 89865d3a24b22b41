import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type PropsWithChildren, useState } from 'react';
import { useNavigation } from '../app/navigation/navigation.ts';
import { useProjectQuery } from '../project/project.ts';

/** The project that the fake engine knows, for components that stand in one. */
export function InProject({ children }: PropsWithChildren) {
  const [queries] = useState(() => {
    useNavigation.setState({ directory: '/home/engineer/portal' });
    return new QueryClient({ defaultOptions: { queries: { retry: false } } });
  });
  return (
    <QueryClientProvider client={queries}>
      <Opened>{children}</Opened>
    </QueryClientProvider>
  );
}

function Opened({ children }: PropsWithChildren) {
  return useProjectQuery().data === undefined ? null : children;
}
