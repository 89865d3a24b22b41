import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { WizardStep } from '../../../shared/model/project.ts';
import { useEngine } from '../../engine/engine-provider.tsx';
import { useProjectQuery } from '../../project/project.ts';
import { useNavigation } from './navigation.ts';
import { reachableStep } from './steps.ts';

/** Brings the project that was open last back at the start of the app, and has each project remember its step. */
export function useProjectPlace(): void {
  const { step, directory, resuming, goTo, leaveProject } = useNavigation();
  const { data: project, isError } = useProjectQuery();
  const remember = useRememberedStep(directory);

  useEffect(() => {
    if (!resuming) return;
    if (isError || directory === undefined) leaveProject();
    else if (project !== undefined) goTo(reachableStep(project.step, project));
  }, [resuming, isError, directory, project, goTo, leaveProject]);

  const saved = project?.step;
  useEffect(() => {
    if (saved !== undefined && step !== 'start' && step !== saved && !resuming) remember(step);
  }, [saved, step, resuming, remember]);
}

function useRememberedStep(directory: string | undefined) {
  const client = useEngine();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (step: WizardStep) => {
      if (directory !== undefined) return client.projects.update({ directory, step });
      return undefined;
    },
    onSuccess: (project) => project !== undefined && queries.setQueryData(['project', directory], project),
  }).mutate;
}
