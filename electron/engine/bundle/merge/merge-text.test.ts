import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasConflict, mergeText } from './merge-text.ts';

const line = fc.stringMatching(/^[a-z ]{0,6}$/);
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('mergeText', () => {
  it('gives what is generated where nobody edited', () => {
    fc.assert(fc.property(text, text, (base, generated) => mergeText(base, base, generated).text === generated));
  });

  it('gives the edit where nothing new is generated', () => {
    fc.assert(fc.property(text, text, (base, edited) => mergeText(base, edited, base).text === edited));
  });

  it('gives what both sides made alike, whatever the base', () => {
    const base = fc.option(text, { nil: undefined });
    fc.assert(fc.property(base, text, (old, both) => mergeText(old, both, both).text === both));
  });

  it('keeps an edit and a regeneration of different lines, also of neighbors', () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 9, maxLength: 14 }), fc.nat(), fc.nat(), (lines, a, b) => {
        const mine = a % lines.length;
        const theirs = b % lines.length;
        fc.pre(mine !== theirs);
        const edited = lines.with(mine, 'EDITED').join('\n');
        const generated = lines.with(theirs, 'GENERATED').join('\n');
        const both = lines.with(mine, 'EDITED').with(theirs, 'GENERATED').join('\n');
        expect(mergeText(lines.join('\n'), edited, generated)).toEqual({ text: both, conflict: false });
      }),
    );
  });

  it('loses no line of either side in a conflict', () => {
    fc.assert(
      fc.property(text, text, text, (base, edited, generated) => {
        const merged = mergeText(base, edited, generated);
        const kept = new Set(merged.text.split('\n'));
        const fresh = [...edited.split('\n'), ...generated.split('\n')].filter(
          (one) => !base.split('\n').includes(one),
        );
        expect(fresh.filter((one) => !kept.has(one))).toEqual([]);
      }),
    );
  });

  it('keeps what a person put in, wherever something else is generated', () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 4, maxLength: 9 }), fc.nat(), fc.nat(), (lines, a, b) => {
        const at = a % (lines.length + 1);
        const edited = [...lines.slice(0, at), 'EDITED', ...lines.slice(at)].join('\n');
        const generated = lines.with(b % lines.length, 'GENERATED');
        const merged = mergeText(lines.join('\n'), edited, generated.join('\n'));
        expect(merged.conflict).toBe(false);
        expect(merged.text.split('\n').filter((one) => one !== 'EDITED')).toEqual(generated);
        expect(merged.text.split('\n')).toContain('EDITED');
      }),
    );
  });

  it('merges another FROM with a new comment above it', () => {
    const base = '# Debian.\nFROM debian\n\n# Files.\nADD payload.tar /\n';
    const generated = '# Debian. Compared with\n# sha256:1.\nFROM debian\n\n# Files (3).\nADD payload.tar /\n';
    expect(mergeText(base, base.replace('FROM debian', 'FROM mirror/debian'), generated)).toEqual({
      text: generated.replace('FROM debian', 'FROM mirror/debian'),
      conflict: false,
    });
  });

  it('puts markers around lines that both changed', () => {
    expect(mergeText('a\nb\nc\n', 'a\nmine\nc\n', 'a\ntheirs\nc\n')).toEqual({
      text: 'a\n<<<<<<< edited\nmine\n=======\ntheirs\n>>>>>>> generated\nc\n',
      conflict: true,
    });
  });

  it('does not forget an unresolved conflict when it merges again', () => {
    const first = mergeText('a\nb\nc\n', 'a\nmine\nc\n', 'a\ntheirs\nc\n').text;
    expect(mergeText('a\ntheirs\nc\n', first, 'a\ntheirs\nc\nd\n').conflict).toBe(true);
  });

  it('calls two texts without a common past a conflict', () => {
    expect(mergeText(undefined, 'mine\n', 'theirs\n').conflict).toBe(true);
  });
});

describe('hasConflict', () => {
  it.each([
    ['<<<<<<< edited\na\n=======\nb\n>>>>>>> generated\n', true],
    ['x\r\n<<<<<<< edited\r\na\r\n=======\r\nb\r\n>>>>>>> generated\r\n', true],
    ['<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n', false],
    ['say <<<<<<< edited\n>>>>>>> generated\n', false],
    ['a\n=======\n', false],
  ])('%j: %s', (content, expected) => {
    expect(hasConflict(content)).toBe(expected);
  });
});
