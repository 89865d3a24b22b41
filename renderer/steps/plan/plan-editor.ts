import { createStore } from 'zustand/vanilla';
import type { ErrorData } from '../../../shared/errors.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { toErrorData } from '../../engine/error-data.ts';
import { change, type History, redo, startHistory, undo } from './history/history.ts';

export interface PlanState {
  history: History<Plan>;
  saving: 'saved' | 'waiting' | 'saving' | 'failed';
  error: ErrorData | undefined;
  /** Files in which an edit and what follows from the plan touch the same lines. */
  conflicts: readonly string[];
}

type Save = (plan: Plan) => Promise<{ conflicts: string[] }>;

/** How long it waits for more before it saves: a word is typed, several boxes are ticked. */
const pause = 400;

/**
 * The plan while it is edited: every change can be undone, and is saved by itself. One save at a time, always of the
 * newest plan.
 */
export function createPlanEditor(
  plan: Plan,
  save: Save,
  wait: (then: () => void) => void = (then) => void setTimeout(then, pause),
) {
  const store = createStore<PlanState>(() => ({
    history: startHistory(plan),
    saving: 'saved',
    error: undefined,
    conflicts: [],
  }));
  let saved = plan;
  let scheduled = false;
  let flying: Promise<void> = Promise.resolve();

  async function saveNow(): Promise<void> {
    scheduled = false;
    await flying;
    const { present } = store.getState().history;
    if (present === saved) return store.setState({ saving: 'saved' });
    store.setState({ saving: 'saving' });
    flying = save(present).then(
      ({ conflicts }) => {
        saved = present;
        const newest = store.getState().history.present === present;
        store.setState({ conflicts, error: undefined, saving: newest ? 'saved' : 'waiting' });
      },
      (error: unknown) => store.setState({ saving: 'failed', error: toErrorData(error) }),
    );
    await flying;
  }

  function schedule() {
    if (store.getState().history.present !== saved) store.setState({ saving: 'waiting' });
    if (scheduled) return;
    scheduled = true;
    wait(() => void saveNow());
  }

  function move(step: (history: History<Plan>) => History<Plan>) {
    const { history } = store.getState();
    const next = step(history);
    if (next === history) return;
    store.setState({ history: next });
    schedule();
  }

  return {
    store,
    change: (edit: (plan: Plan) => Plan, label: string) =>
      move((history) => change(history, edit(history.present), label)),
    undo: () => move(undo),
    redo: () => move(redo),
    retry: () => void saveNow(),
    /** Saves what waits, at once: before the step is left or the plan is used. */
    flush: () => saveNow(),
  };
}
export type PlanEditor = ReturnType<typeof createPlanEditor>;
