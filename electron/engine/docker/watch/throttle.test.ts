import { expect, test } from 'vitest';
import { type Clock, throttle } from './throttle.ts';

function clock(): Clock & { waited: number[] } {
  let now = 0;
  const waited: number[] = [];
  return {
    waited,
    now: () => now,
    async wait(milliseconds) {
      waited.push(milliseconds);
      now += milliseconds;
    },
  };
}

async function* chunksOf(...sizes: number[]): AsyncGenerator<Buffer> {
  for (const size of sizes) yield Buffer.alloc(size);
}

test('lets a burst pass and then waits as long as the rest needs', async () => {
  const time = clock();
  const sizes: number[] = [];
  for await (const chunk of throttle(chunksOf(600, 400, 500, 1000), 1000, undefined, time)) sizes.push(chunk.length);
  expect(sizes).toEqual([600, 400, 500, 1000]);
  expect(time.waited).toEqual([500, 1000]);
});

test('never waits for a slow sender', async () => {
  const time = clock();
  async function* slow() {
    for (let count = 0; count < 5; count += 1) {
      yield Buffer.alloc(900);
      await time.wait(1000, undefined);
    }
  }
  for await (const _ of throttle(slow(), 1000, undefined, time));
  expect(time.waited).toEqual([1000, 1000, 1000, 1000, 1000]);
});
