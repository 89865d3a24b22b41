import { useQuery } from '@tanstack/react-query';
import type { ShellInfo } from '../../shared/model/shell.ts';
import { useEngine } from '../engine/engine-provider.tsx';

/** What surrounds the page; undefined for the moment until it is known. */
export function useShellInfo(): ShellInfo | undefined {
  const client = useEngine();
  return useQuery({
    queryKey: ['shell-info'],
    queryFn: () => client.shell.info(),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
