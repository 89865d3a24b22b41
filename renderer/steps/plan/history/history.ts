/** States of something that can be undone and redone. The newest of `past` is its last; the next of `future` its first. */
export interface History<State> {
  past: readonly { state: State; label: string }[];
  present: State;
  future: readonly { state: State; label: string }[];
}

const limit = 200;

export function startHistory<State>(present: State): History<State> {
  return { past: [], present, future: [] };
}

/** A change by the person; what had been undone before is forgotten. `label` says what it was, for the undo button. */
export function change<State>(history: History<State>, present: State, label: string): History<State> {
  if (present === history.present) return history;
  return { past: [...history.past, { state: history.present, label }].slice(-limit), present, future: [] };
}

export function undo<State>(history: History<State>): History<State> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.state,
    future: [{ state: history.present, label: last.label }, ...history.future],
  };
}

export function redo<State>(history: History<State>): History<State> {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, { state: history.present, label: next.label }], present: next.state, future: rest };
}
