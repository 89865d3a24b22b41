import { expect, it } from 'vitest';
import { withCleanup } from './cleanup.ts';

it('undoes in reverse order and gives the result', async () => {
  const order: string[] = [];
  const result = await withCleanup(async (cleanup) => {
    cleanup.defer(() => void order.push('first'));
    cleanup.defer(async () => void order.push('second'));
    return 'done';
  });
  expect(result).toBe('done');
  expect(order).toEqual(['second', 'first']);
});

it("undoes everything and keeps the body's own error", async () => {
  const order: string[] = [];
  const failing = withCleanup(async (cleanup) => {
    cleanup.defer(() => void order.push('first'));
    cleanup.defer(() => {
      throw new Error('undo');
    });
    throw new Error('body');
  });
  await expect(failing).rejects.toThrow('body');
  expect(order).toEqual(['first']);
});

it('tells when the cleanup fails after a good end', async () => {
  const failing = withCleanup(async (cleanup) => {
    cleanup.defer(() => {
      throw new Error('undo');
    });
  });
  await expect(failing).rejects.toThrow('undo');
});
