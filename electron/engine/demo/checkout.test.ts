import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkoutAbove } from './checkout.ts';

it('finds the checkout from where the programs are built to, and none elsewhere', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
  expect(checkoutAbove(join(root, 'dist/cli/slipway.js'))).toBe(root);
  expect(checkoutAbove(join(root, 'dist/app/main/chunks/demo.cjs'))).toBe(root);
  expect(checkoutAbove(join(tmpdir(), 'slipway/dist/slipway.js'))).toBeUndefined();
});
