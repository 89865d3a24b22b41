import { expect, it } from 'vitest';
import { createStyle } from './style.ts';

it('colours on a terminal alone, and not where that is unwanted', () => {
  expect(createStyle(true, {}).bad('x')).toBe('\u001b[31mx\u001b[39m');
  expect(createStyle(false, {}).bad('x')).toBe('x');
  expect(createStyle(true, { NO_COLOR: '1' }).bad('x')).toBe('x');
  expect(createStyle(true, { TERM: 'dumb' }).bad('x')).toBe('x');
});
