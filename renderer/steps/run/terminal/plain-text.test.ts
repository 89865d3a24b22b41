import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it('shows an escape sequence instead of obeying it', () => {
  expect(plainText('\u001b]0;title\u0007\u001b[2Jgone')).toBe('␛]0;title␇␛[2Jgone');
  expect(plainText('\u009b31m')).toBe('\ufffd31m');
});

it('leaves tabs, line ends and every other letter alone', () => {
  expect(plainText('a\tb\n中文 é')).toBe('a\tb\n中文 é');
});
