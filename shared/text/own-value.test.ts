import { expect, it } from 'vitest';
import { ownValue } from './own-value.ts';

it('finds what a table has, not what every object has', () => {
  expect(ownValue({ one: 1 }, 'one')).toBe(1);
  for (const name of ['constructor', 'toString', '__proto__', 'two'])
    expect(ownValue({ one: 1 }, name)).toBeUndefined();
});
