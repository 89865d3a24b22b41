import { expect, it } from 'vitest';
import { sentence } from '../../../../shared/text/sentence.ts';
import { chinese } from '../../../../shared/translation/chinese.ts';
import { isPlainText, shown, shownSentence } from './plain-text.ts';

const path = `/${'long/'.repeat(60)}end`;

it('cuts a long name, and leaves a sentence with it whole, so that it can be translated', () => {
  expect(shown(path)).toHaveLength(121);
  const said = sentence`${path}: needs root`;
  expect(shownSentence(said)).toBe(said);
  expect(chinese(shownSentence(said))).toBe(`${path}：需要 root 权限`);
});

it('shows what hides or acts, and fits into a plan however long the text is', () => {
  expect(shownSentence('a\u001b[2Jb\u202ec')).toBe('a\\u{1b}[2Jb\\u{202e}c');
  expect(isPlainText(shownSentence('x'.repeat(100_000)))).toBe(true);
});
