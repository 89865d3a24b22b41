import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escaped, isHarmless, printable } from './printable.ts';

const anything = fc.string({ unit: 'binary' });

it('puts what a server says on one line, without what cannot be seen', () => {
  expect(printable(' one\r\n\ttwo\u202e\u001b[2J three\u00ad')).toBe('one two [2J three');
  expect(printable('x'.repeat(300))).toBe(`${'x'.repeat(200)}…`);
  expect(printable('abc', 2)).toBe('ab…');
});

it('writes out what would act on a terminal', () => {
  expect(escaped('a\u001b[2Jb\n\u202e')).toBe('a\\u{1b}[2Jb\\u{a}\\u{202e}');
});

it('lets nothing treacherous through, whatever comes', () => {
  fc.assert(fc.property(anything, (text) => isHarmless(printable(text).replaceAll('\ufffd', ''))));
  fc.assert(fc.property(anything, (text) => isHarmless(escaped(text))));
});

it.each(['门户 – café', 'a\\b', '👍🏽'])('leaves %s as it is', (text) => {
  expect(printable(text)).toBe(text);
  expect(escaped(text)).toBe(text);
});
