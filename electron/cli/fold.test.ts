import { expect, it } from 'vitest';
import { fold } from './fold.ts';

it('folds at spaces, under the first line', () => {
  expect(fold('warning: one two three four', 14, 2)).toBe('warning: one\n  two three\n  four');
});

it('leaves whole lines to a pipe, and rows of a table and long words as they are', () => {
  expect(fold('one two three', undefined, 2)).toBe('one two three');
  expect(fold('portal  apache  A', 8, 2)).toBe('portal  apache  A');
  expect(fold('see /a/very/long/path', 10, 2)).toBe('see\n  /a/very/long/path');
});
