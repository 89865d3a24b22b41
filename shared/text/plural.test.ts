import { expect, it } from 'vitest';
import { plural } from './plural.ts';

it('has one form for one, and another for none and many', () => {
  const forms = { one: 'volume', other: 'volumes' };
  expect([0, 1, 2, 21].map((count) => plural(count, forms))).toEqual(['volumes', 'volume', 'volumes', 'volumes']);
});
