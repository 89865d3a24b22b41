import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EngineClient } from '../../shared/contract/client.ts';
import type { Project } from '../../shared/model/project.ts';
import { useNavigation } from '../app/navigation/navigation.ts';
import { useEngine } from '../engine/engine-provider.tsx';

/** What may be changed of a project, as the contract has it. */
export type ProjectChange = Omit<Parameters<EngineClient['projects']['update']>[0], 'directory'>;

export function projectQuery(client: EngineClient, directory: string) {
  return queryOptions({
    queryKey: ['project', directory],
    queryFn: () => client.projects.open({ directory }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The open project as a query: none where no folder is open, and it may still load or have failed. */
export function useProjectQuery() {
  const client = useEngine();
  const directory = useNavigation((navigation) => navigation.directory);
  return useQuery({ ...projectQuery(client, directory ?? ''), enabled: directory !== undefined });
}

/** The open project; undefined where none is open. */
export function useOptionalProject(): Project | undefined {
  const directory = useNavigation((navigation) => navigation.directory);
  const { data } = useProjectQuery();
  return directory === undefined ? undefined : data;
}

/** The open project, for the steps that are only shown with one. */
export function useProject(): Project {
  const project = useOptionalProject();
  if (project === undefined) throw new Error('This step needs an open project.');
  return project;
}

/** Changes the open project and shows the change everywhere. */
export function useUpdateProject() {
  const client = useEngine();
  const queries = useQueryClient();
  const { directory } = useProject();
  return useMutation({
    mutationFn: (change: ProjectChange) => client.projects.update({ ...change, directory }),
    onSuccess: (project) => queries.setQueryData(['project', directory], project),
  });
}
