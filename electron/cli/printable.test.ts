import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printable, printableLine } from './printable.ts';

it('shows an escape sequence instead of sending it', () => {
  expect(printable('a\u001b[2Jb')).toBe('a\\x1b[2Jb');
  expect(printableLine('one\r\n  two\u202e')).toBe('one two\\x202e');
});

it('never lets a control character through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printableLine(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }),
  );
});

it('leaves Chinese and other letters as they are', () => {
  expect(printable('门户 – café')).toBe('门户 – café');
});
