import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentText, requireOneLine, wrap } from './one-line.ts';

describe('commentText', () => {
  it('puts everything on one line', () => {
    expect(commentText('a\nRUN rm -rf /\r\n\tb\u2028c')).toBe('a RUN rm -rf / b c');
  });

  it('cannot continue on the next line', () => {
    expect(commentText('ends with a backslash \\\\')).toBe('ends with a backslash ');
  });

  it('holds no control character, whatever comes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(commentText(text))));
  });
});

describe('wrap', () => {
  it('breaks at spaces and leaves long words whole', () => {
    expect(wrap('one two three-is-long four', 8)).toEqual(['one two', 'three-is-long', 'four']);
  });
});

describe('requireOneLine', () => {
  it('takes tabs and every printable character', () => {
    expect(requireOneLine('a\tb é 漢 $', 'it')).toBe('a\tb é 漢 $');
  });

  it.each(['a\nb', 'a\rb', 'a\0b', 'a\u001bb', 'a\u2028b', 'a\u0085b'])('refuses %j', (value) => {
    expect(() => requireOneLine(value, 'The value')).toThrow(/^The value holds a line break/);
  });
});
