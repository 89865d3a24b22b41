import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { HeldBy, Project } from '../../shared/model/project.ts';
import { useEngine } from '../engine/engine-provider.tsx';

/** How often is asked who has the project: somebody waits for it, or it might be taken from here. */
const waitingMilliseconds = 1000;
const watchingMilliseconds = 3000;

/**
 * Keeps what is shown in step with who has the project: another program that takes it is noticed, and as soon as that
 * lets go the project is opened anew, to be changed here. A window that nobody sees takes nothing. `onOurs` is called
 * before the screen shows what the other program left.
 */
export function useHold(directory: string, heldBy: HeldBy | undefined, onOurs: (wasTakenOver: boolean) => void) {
  const client = useEngine();
  const queries = useQueryClient();
  const holderKey = ['holder', directory];
  const { data } = useQuery({
    queryKey: holderKey,
    queryFn: () => client.projects.holder({ directory }),
    refetchInterval: heldBy === undefined ? watchingMilliseconds : waitingMilliseconds,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
  });
  const open = useMutation({
    mutationFn: async (takeOver: boolean) => {
      // What is being asked meanwhile would tell of the time before.
      await queries.cancelQueries({ queryKey: holderKey });
      return client.projects.open({ directory, takeOver });
    },
    onSuccess: (project, takeOver) => {
      const ours = project.heldBy === undefined;
      if (ours) onOurs(takeOver);
      queries.setQueryData(holderKey, ours ? {} : { heldBy: project.heldBy });
      queries.setQueryData(['project', directory], project);
      // The other program may have changed anything.
      if (ours) queries.removeQueries({ predicate: ({ queryKey }) => isRead(queryKey, directory) });
    },
  });

  const { mutate } = open;
  const now = data?.heldBy;
  const known = data !== undefined;
  const changed = now?.pid !== heldBy?.pid || now?.since !== heldBy?.since || now?.host !== heldBy?.host;
  useEffect(() => {
    if (!known || !changed) return;
    if (now === undefined) mutate(false);
    else queries.setQueryData<Project>(['project', directory], (project) => project && { ...project, heldBy: now });
  }, [known, changed, now, mutate, queries, directory]);
  return open;
}

function isRead([area, place]: readonly unknown[], directory: string): boolean {
  return place === directory && area !== 'project' && area !== 'holder';
}
