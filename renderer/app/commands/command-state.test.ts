import { expect, it } from 'vitest';
import { runStepCommand, useCommandState } from './command-state.ts';

it('runs what the step at hand offers, and tells where it offers nothing', () => {
  const ran: string[] = [];
  const find = { id: 'find', label: 'Find', group: 'Edit', run: () => ran.push('find') };
  useCommandState.setState({ stepCommands: [find] });
  expect([runStepCommand('find'), runStepCommand('find-in-files')]).toEqual([true, false]);
  useCommandState.setState({ stepCommands: [] });
  expect(runStepCommand('find')).toBe(false);
  expect(ran).toEqual(['find']);
});
