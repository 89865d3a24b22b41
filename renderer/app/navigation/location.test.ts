import { expect, it } from 'vitest';
import { hashToPlace, placeToHash } from './location.ts';

it.each([
  { step: 'start', directory: undefined },
  { step: 'plan', directory: '/home/engineer/老 portal & co?#1' },
] as const)('comes back from the address: %o', (place) => {
  expect(hashToPlace(placeToHash(place))).toEqual(place);
});

it('knows what is no page', () => {
  expect(hashToPlace('')).toBeUndefined();
  expect(hashToPlace('#/elsewhere')).toBeUndefined();
});
