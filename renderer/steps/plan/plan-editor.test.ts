import { expect, it, vi } from 'vitest';
import type { Plan } from '../../../shared/model/plan.ts';
import { emptyPlan, emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { changeWorkload } from './edit/change-plan.ts';
import { createPlanEditor, lockedEditor } from './plan-editor.ts';

const plan = emptyPlan([emptyWorkload({ name: 'web' })]);
const umask = (value: string) => (current: Plan) => changeWorkload(current, 'web', (one) => ({ ...one, umask: value }));

function edited(save = vi.fn(async (_plan: Plan) => ({ conflicts: [] as string[] }))) {
  const waiting: (() => void)[] = [];
  const editor = createPlanEditor(plan, save, (then) => waiting.push(then));
  return { editor, save, pass: () => waiting.splice(0).map((then) => then()) };
}

it('saves several quick changes once, the newest', async () => {
  const { editor, save, pass } = edited();
  editor.change(umask('0027'), 'umask');
  editor.change(umask('0077'), 'umask');
  expect(editor.store.getState().saving).toBe('waiting');
  pass();
  await vi.waitFor(() => expect(editor.store.getState().saving).toBe('saved'));
  expect(save.mock.calls.map(([one]) => one.workloads[0]?.umask)).toEqual(['0077']);
});

it('saves what undo brings back', async () => {
  const { editor, save, pass } = edited();
  editor.change(umask('0027'), 'umask');
  pass();
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(1));
  editor.undo();
  await editor.flush();
  expect(save.mock.lastCall?.[0]).toBe(plan);
});

it('does not save what is as it was saved', async () => {
  const { editor, save } = edited();
  editor.change(umask('0027'), 'umask');
  editor.undo();
  await editor.flush();
  expect(save).not.toHaveBeenCalled();
  expect(editor.store.getState().saving).toBe('saved');
});

it('keeps the change and tells when a save failed, and saves it on the next try', async () => {
  const save = vi.fn(async (_plan: Plan) => ({ conflicts: [] as string[] }));
  save.mockRejectedValueOnce(new Error('full'));
  const { editor } = edited(save);
  editor.change(umask('0027'), 'umask');
  await editor.flush();
  expect(editor.store.getState()).toMatchObject({ saving: 'failed', error: { code: 'internal' } });
  await editor.flush();
  expect(editor.store.getState()).toMatchObject({ saving: 'saved', error: undefined });
});

it('tells which files conflict', async () => {
  const { editor } = edited(vi.fn(async () => ({ conflicts: ['workloads/web/Dockerfile'] })));
  editor.change(umask('0027'), 'umask');
  await editor.flush();
  expect(editor.store.getState().conflicts).toEqual(['workloads/web/Dockerfile']);
});

it('saves one plan at a time, however often it is asked', async () => {
  const ends: (() => void)[] = [];
  const save = vi.fn(
    (_plan: Plan) => new Promise<{ conflicts: string[] }>((end) => ends.push(() => end({ conflicts: [] }))),
  );
  const { editor } = edited(save);
  editor.change(umask('0027'), 'umask');
  void editor.flush();
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(1));
  editor.change(umask('0077'), 'umask');
  const flushed = Promise.all([editor.flush(), editor.flush()]);
  ends[0]?.();
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(2));
  ends[1]?.();
  await flushed;
  expect(save.mock.calls.map(([one]) => one.workloads[0]?.umask)).toEqual(['0027', '0077']);
});

const present = (editor: ReturnType<typeof createPlanEditor>) => editor.store.getState().history.present;

it('goes on from what a run made of the plan, and has no part in undoing it', async () => {
  const { editor, save } = edited();
  editor.meet(umask('0022')(plan), 'elsewhere');
  expect(present(editor).workloads[0]?.umask).toBe('0022');
  expect(editor.store.getState().history.past).toEqual([]);
  await editor.flush();
  expect(save).not.toHaveBeenCalled();
});

it('keeps for undo what was changed by hand before the plan was changed elsewhere', async () => {
  const { editor } = edited();
  editor.change(umask('0027'), 'umask');
  editor.meet(umask('0022')(plan), 'elsewhere');
  expect(present(editor).workloads[0]?.umask).toBe('0022');
  editor.undo();
  expect(present(editor).workloads[0]?.umask).toBe('0027');
});

it('knows again what it saved itself, also when it is read late', async () => {
  const { editor } = edited();
  for (const value of ['0027', '0077']) {
    editor.change(umask(value), 'umask');
    await editor.flush();
  }
  for (const read of [plan, umask('0027')(plan), umask('0077')(plan)]) editor.meet(structuredClone(read), 'elsewhere');
  expect(present(editor).workloads[0]?.umask).toBe('0077');
  expect(editor.store.getState().history.past).toHaveLength(2);
});

it('is only looked at while it is locked', async () => {
  const { editor, save } = edited();
  editor.change(umask('0027'), 'umask');
  await editor.flush();
  const { change, undo, redo, retry, store, flush } = lockedEditor(editor);
  change(umask('0077'), 'umask');
  for (const act of [undo, redo, retry]) act();
  await flush();
  expect(store.getState().history.present.workloads[0]?.umask).toBe('0027');
  expect(save).toHaveBeenCalledTimes(1);
});
