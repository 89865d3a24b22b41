import { describe, expect, it } from 'vitest';
import { createWorkbenchState } from './workbench-state.ts';

function memory(text: string | null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
}

describe('the state of the workbench', () => {
  it('is found again', () => {
    const storage = memory(null);
    createWorkbenchState(storage).setState({ why: false, autosave: true, line: 7 });
    expect(createWorkbenchState(storage).getState()).toMatchObject({ why: false, autosave: true, line: 1 });
  });

  it('keeps a width that leaves room for the text, and no other', () => {
    const storage = memory(null);
    createWorkbenchState(storage).setState({ sideWidth: 320 });
    expect(createWorkbenchState(storage).getState().sideWidth).toBe(320);
    expect(createWorkbenchState(memory('{"sideWidth":4000}')).getState().sideWidth).toBe(240);
    expect(createWorkbenchState(memory('{"sideWidth":"wide"}')).getState().sideWidth).toBe(240);
  });

  it('is on its way to a line that was asked for', () => {
    expect(createWorkbenchState(memory(null), { path: 'a', line: 31 }).getState().target).toMatchObject({ line: 31 });
    expect(createWorkbenchState(memory(null), { path: 'a' }).getState().target).toBeUndefined();
  });

  it.each([null, '', 'null', '[]', '{', '{"why":"yes"}'])('begins as usual with %j', (text) => {
    expect(createWorkbenchState(memory(text)).getState()).toMatchObject({
      why: true,
      autosave: false,
      problems: false,
    });
  });
});
