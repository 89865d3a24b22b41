import { createContext, type PropsWithChildren, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Plan } from '../../../shared/model/plan.ts';
import type { ProjectFile } from '../../../shared/model/project-file.ts';
import type { Monaco } from '../../editor/monaco-api.ts';
import type { EditSession } from './session/edit-session.ts';
import type { EditState } from './session/edit-state.ts';
import type { Target, WorkbenchState } from './workbench-state.ts';

/** What the parts of the step share. */
export interface Workbench {
  monaco: Monaco;
  directory: string;
  session: EditSession;
  view: StoreApi<WorkbenchState>;
  files: readonly ProjectFile[];
  plan: Plan | undefined;
}

const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export function WorkbenchProvider({ workbench, children }: PropsWithChildren<{ workbench: Workbench }>) {
  return <WorkbenchContext value={workbench}>{children}</WorkbenchContext>;
}

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === undefined) throw new Error('useWorkbench is for what stands in a WorkbenchProvider.');
  return workbench;
}

export function useEditState<Part>(select: (state: EditState) => Part): Part {
  return useStore(useWorkbench().session.store, select);
}

export function useView<Part>(select: (state: WorkbenchState) => Part): Part {
  return useStore(useWorkbench().view, select);
}

/** Opens a file, at a place of it where one is given. */
export function useGoTo(): (path: string, place?: Omit<Target, 'path'>) => void {
  const { session, view } = useWorkbench();
  return (path, place) => {
    view.setState({ compare: 'off', target: place && { path, ...place } });
    void session.open(path);
  };
}
