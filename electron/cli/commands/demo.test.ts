import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkoutAbove } from './demo.ts';

it('finds the checkout from where the command line is built to, and none elsewhere', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  expect(checkoutAbove(join(root, 'dist/cli/slipway.js'))).toBe(root.replace(/\/$/, ''));
  expect(checkoutAbove(join(tmpdir(), 'slipway/dist/slipway.js'))).toBeUndefined();
});
