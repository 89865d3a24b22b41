import { describe, expect, it } from 'vitest';
import { inlineCode, markdownText } from './markdown.ts';

describe('markdownText', () => {
  it('lets nothing be HTML, a link or the border of a table', () => {
    expect(markdownText('<img src=x> [a](b) | `c`\n# d')).toBe('\\<img src=x\\> \\[a\\](b) \\| \\`c\\` \\# d');
  });
});

describe('inlineCode', () => {
  it('keeps backticks inside', () => {
    expect(inlineCode('a``b')).toBe('``` a``b ```');
    expect(inlineCode('plain')).toBe('`plain`');
  });
});
