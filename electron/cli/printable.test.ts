import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printableLine } from './printable.ts';

it('shows an escape sequence instead of sending it', () => {
  expect(printableLine('a\u001b[2Jb')).toBe('a\\u{1b}[2Jb');
  expect(printableLine('one\r\n  two\u202e')).toBe('one two\\u{202e}');
});

it('never lets a control character through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printableLine(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }),
  );
});
