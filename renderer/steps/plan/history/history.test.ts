import fc from 'fast-check';
import { expect, it } from 'vitest';
import { change, redo, startHistory, undo } from './history.ts';

it('takes changes back in their order, and makes them again', () => {
  const changed = change(change(startHistory('a'), 'b', 'to b'), 'c', 'to c');
  expect(undo(changed)).toMatchObject({ present: 'b', past: [{ label: 'to b' }], future: [{ label: 'to c' }] });
  expect(redo(undo(changed))).toEqual(changed);
});

it('forgets what was undone once something else is changed', () => {
  const history = change(undo(change(startHistory('a'), 'b', 'to b')), 'x', 'to x');
  expect(history.future).toEqual([]);
  expect(redo(history)).toBe(history);
});

it('does nothing at either end', () => {
  const history = startHistory('a');
  expect(undo(history)).toBe(history);
  expect(redo(history)).toBe(history);
  expect(change(history, 'a', 'nothing')).toBe(history);
});

it('comes back to the first state by as many undos as there were changes', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1 }), { maxLength: 50 }), (states) => {
      const changed = states.reduce((history, state) => change(history, state, ''), startHistory(0));
      const back = states.reduce((history) => undo(history), changed);
      expect(back.present).toBe(0);
      expect(states.reduce((history) => redo(history), back)).toEqual(changed);
    }),
  );
});
