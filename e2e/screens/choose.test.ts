import { expect, it } from 'vitest';
import { choose } from './choose.ts';

const scenes = [{ name: 'plan' }, { name: 'plan-files' }, { name: 'run' }];

it('takes everything where nothing is said', () => {
  expect(choose([], scenes)).toMatchObject({ scenes, looks: { length: 4 } });
});

it('takes scenes by the beginning of their names, and looks by theme and language', () => {
  expect(choose(['plan', 'dark', 'zh'], scenes)).toEqual({
    scenes: [{ name: 'plan' }, { name: 'plan-files' }],
    looks: [{ theme: 'dark', language: 'zh' }],
  });
  expect(choose(['light'], scenes).looks).toHaveLength(2);
});
