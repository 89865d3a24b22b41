import { createContext, type PropsWithChildren, useContext, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Plan, Workload } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { useEngine } from '../../engine/engine-provider.tsx';
import { useReadOnly } from '../../project/read-only.tsx';
import { changeWorkload } from './edit/change-plan.ts';
import { createPlanEditor, lockedEditor, type PlanEditor } from './plan-editor.ts';

const EditorContext = createContext<PlanEditor | undefined>(undefined);

/** What a hand changed says so in the plan, whatever language the app speaks: the plan is read by others. */
export const byHand = sentence`Chosen by hand`;

/** Edits a project's plan; what still waits to be saved is saved when the step is left. */
export function PlanEditorProvider({
  directory,
  plan,
  onSaved,
  children,
}: PropsWithChildren<{ directory: string; plan: Plan; onSaved: (plan: Plan) => void }>) {
  const { t } = useTranslation();
  const client = useEngine();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins with this plan; a later one it meets
  const editor = useMemo(
    () =>
      createPlanEditor(plan, async (changed) => {
        const { conflicts } = await client.projects.savePlan({ directory, plan: changed });
        onSaved(changed);
        return { conflicts };
      }),
    [client, directory],
  );
  useEffect(() => editor.meet(plan, t('plan.changes.elsewhere')), [editor, plan, t]);
  const isLocked = useReadOnly() !== undefined;
  useEffect(() => {
    // What could not be saved before another program took the project must not come over what that one saved.
    if (!isLocked) return () => void editor.flush();
    return undefined;
  }, [editor, isLocked]);
  const given = useMemo(() => (isLocked ? lockedEditor(editor) : editor), [editor, isLocked]);
  return <EditorContext.Provider value={given}>{children}</EditorContext.Provider>;
}

export function usePlanEditor(): PlanEditor {
  const editor = useContext(EditorContext);
  if (editor === undefined) throw new Error('usePlanEditor is for what stands in a PlanEditorProvider.');
  return editor;
}

/** The plan as it is edited now. */
export function usePlan(): Plan {
  return useStore(usePlanEditor().store, (state) => state.history.present);
}

/** Changes one workload; the label says what it was when it is undone. */
export function useChangeWorkload(name: string): (change: (workload: Workload) => Workload, label: string) => void {
  const editor = usePlanEditor();
  return (change, label) => editor.change((plan) => changeWorkload(plan, name, change), label);
}
