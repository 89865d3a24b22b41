import { expect, it } from 'vitest';
import { openingBounds } from './window-state.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };

it('opens where it was', () => {
  const kept = { x: 1500, y: 40, width: 1200, height: 800 };
  expect(openingBounds(kept, [laptop, beside])).toEqual(kept);
});

it('comes back from a screen that is gone', () => {
  const kept = { x: 1500, y: 40, width: 1200, height: 800 };
  expect(openingBounds(kept, [laptop])).toEqual({ width: 1360, height: 900 });
});

it.each([
  ['above', { x: 10, y: -200, width: 1200, height: 800 }],
  ['below', { x: 10, y: 890, width: 1200, height: 800 }],
  ['to the left, but for its edge', { x: -1190, y: 10, width: 1200, height: 800 }],
])('comes back from %s the screen', (_, kept) => {
  expect(openingBounds(kept, [laptop])).not.toHaveProperty('x');
});

it('shrinks to the screen', () => {
  expect(openingBounds({ x: 0, y: 0, width: 3000, height: 2000 }, [laptop])).toEqual(laptop);
  expect(openingBounds(undefined, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 });
});
