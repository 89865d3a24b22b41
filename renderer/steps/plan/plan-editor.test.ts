import { expect, it, vi } from 'vitest';
import type { Plan } from '../../../shared/model/plan.ts';
import { emptyPlan, emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { changeWorkload } from './edit/change-plan.ts';
import { createPlanEditor } from './plan-editor.ts';

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
