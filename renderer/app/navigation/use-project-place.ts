import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { WizardStep } from '../../../shared/model/project.ts';
import { useEngine } from '../../engine/engine-provider.tsx';
import { useProjectQuery } from '../../project/project.ts';
import { useNavigation } from './navigation.ts';
import { reachableStep } from './steps.ts';

/** Brings the project that was open last back at the start of the app, and has each project remember its step. */
export function useProjectPlace(): void {
  const { step, directory, resuming, goTo, leaveProject } = useNavigation();
  const { data: project, isError } = useProjectQuery();
  const remember = useRememberedStep();
  useLastProject();
  useLeaving(directory);

  useEffect(() => {
    if (!resuming || directory === undefined) return;
    if (isError) leaveProject();
    else if (project !== undefined) goTo(reachableStep(project.step, project));
  }, [resuming, isError, directory, project, goTo, leaveProject]);

  // A project that another program has open keeps the step that it has there.
  const saved = project?.heldBy === undefined ? project?.step : undefined;
  useEffect(() => {
    if (directory === undefined || saved === undefined || step === 'start' || step === saved || resuming) return;
    remember({ directory, step });
  }, [directory, saved, step, resuming, remember]);
}

/** Asks the engine which project is to come back; the page's own storage is written too late to outlive a kill. */
function useLastProject(): void {
  const client = useEngine();
  const { resuming, directory, resume } = useNavigation();
  const wanted = resuming && directory === undefined;
  useEffect(() => {
    if (!wanted) return;
    client.projects.recent().then(
      (projects) => resume(projects.find(({ open, exists }) => open === true && exists)?.directory),
      // The first page asks too, and says what is wrong.
      () => resume(undefined),
    );
  }, [wanted, client, resume]);
}

/** A project that was left does not come back by itself. */
function useLeaving(directory: string | undefined): void {
  const client = useEngine();
  const before = useRef(directory);
  useEffect(() => {
    const left = before.current;
    before.current = directory;
    // What cannot be noted comes back once more; that is all.
    if (left !== undefined && left !== directory) client.projects.leave({ directory: left }).catch(() => undefined);
  }, [client, directory]);
}

/** The folder is part of what is asked: another project may be open by the time that the answer comes. */
function useRememberedStep() {
  const client = useEngine();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (place: { directory: string; step: WizardStep }) => client.projects.update(place),
    onSuccess: (project, { directory }) => queries.setQueryData(['project', directory], project),
  }).mutate;
}
