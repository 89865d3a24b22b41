import { replaceEqualDeep } from '@tanstack/react-query';
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

/** How many of the plans that it saved it knows again: one may be read late, when a newer one is saved already. */
const remembered = 8;

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
  let known: readonly Plan[] = [plan];
  let scheduled = false;
  let flying: Promise<void> = Promise.resolve();

  function saveNow(): Promise<void> {
    scheduled = false;
    flying = flying.then(saveNewest);
    return flying;
  }

  async function saveNewest(): Promise<void> {
    const { present } = store.getState().history;
    if (present === saved) return store.setState({ saving: 'saved' });
    store.setState({ saving: 'saving' });
    remember(present);
    try {
      const { conflicts } = await save(present);
      saved = present;
      const newest = store.getState().history.present === present;
      store.setState({ conflicts, error: undefined, saving: newest ? 'saved' : 'waiting' });
    } catch (error) {
      store.setState({ saving: 'failed', error: toErrorData(error) });
    }
  }

  function remember(one: Plan) {
    known = [...known, one].slice(-remembered);
  }

  function meet(read: Plan, label: string) {
    if (known.some((one) => replaceEqualDeep(one, read) === one)) return;
    remember(read);
    saved = read;
    const { history } = store.getState();
    const isUntouched = history.past.length === 0 && history.future.length === 0;
    const next = isUntouched ? startHistory(read) : change(history, read, label);
    store.setState({ history: next, saving: 'saved', error: undefined });
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
    /**
     * Goes on from a plan that was read and that it did not save itself: a run's repairs, an edit of slipway.yaml. What
     * was done by hand before can be had back by undo; `label` says what that takes back.
     */
    meet,
    undo: () => move(undo),
    redo: () => move(redo),
    retry: () => void saveNow(),
    /** Saves what waits, at once: before the step is left or the plan is used. */
    flush: () => saveNow(),
  };
}
export type PlanEditor = ReturnType<typeof createPlanEditor>;

/** The same plan, only to be looked at: whichever way a change comes (a key, a box in a tree), it does nothing. */
export function lockedEditor(editor: PlanEditor): PlanEditor {
  const nothing = () => undefined;
  return { ...editor, change: nothing, undo: nothing, redo: nothing, retry: nothing };
}
