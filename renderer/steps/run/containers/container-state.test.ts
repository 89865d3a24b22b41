import { expect, it } from 'vitest';
import { containerState } from './container-state.ts';

it.each([
  ['running', 'Up 4 minutes', { state: 'running' }],
  ['running', 'Up 4 minutes (healthy)', { state: 'running', health: 'healthy' }],
  ['running', 'Up 2 seconds (health: starting)', { state: 'running', health: 'starting' }],
  ['exited', 'Exited (137) 2 hours ago', { state: 'exited', exitCode: 137 }],
  ['created', 'Created', { state: 'created' }],
  ['hibernating', 'Asleep (1)', {}],
])('%s, %s', (state, status, expected) => {
  const nothing = { state: undefined, health: undefined, exitCode: undefined };
  expect(containerState({ state, status })).toEqual({ ...nothing, ...expected });
});
