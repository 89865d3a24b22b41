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

  it.each([null, '', 'null', '[]', '{', '{"why":"yes"}'])('begins as usual with %j', (text) => {
    expect(createWorkbenchState(memory(text)).getState()).toMatchObject({
      why: true,
      autosave: false,
      problems: false,
    });
  });
});
