import { describe, expect, it } from 'vitest';
import { exitCodeOf, isErrorCode } from '../../shared/errors.ts';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const out = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') out.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) out.set(inner, text);
  }
  return out;
}

/** English has a form for one that Chinese does not have. */
function withoutPlural(key: string) {
  return key.replace(/_(one|other)$/, '');
}

function placeholders(text: string) {
  return [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort();
}

const english = flatten(en);
const chinese = flatten(zh);

describe('the texts of the app', () => {
  it('have the same keys in both languages', () => {
    expect([...new Set([...chinese.keys()].map(withoutPlural))].sort()).toEqual(
      [...new Set([...english.keys()].map(withoutPlural))].sort(),
    );
  });

  it('say something everywhere', () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have a form for one wherever English counts something', () => {
    const counting = [...english].filter(([, text]) => /\{\{(count|total)[^}]*\}\} [a-z]+s\b/.test(text));
    expect(counting.length).toBeGreaterThan(20);
    expect(counting.filter(([key, text]) => !/_(one|other)$/.test(key) || !text.includes('{{count'))).toEqual([]);
    const single = [...english.keys()].filter((key) => key.endsWith('_one')).map(withoutPlural);
    expect(single.filter((key) => !english.has(`${key}_other`))).toEqual([]);
  });

  it('are Chinese in Chinese, where they are words at all', () => {
    const same = [...chinese].filter(([key, text]) => /[a-z]{4,} [a-z]+/i.test(text) && text === english.get(key));
    expect(same).toEqual([]);
  });

  it.each([...chinese.keys()])('fill the same places: %s', (key) => {
    const counterpart = english.get(key) ?? english.get(withoutPlural(key));
    expect(placeholders(chinese.get(key) ?? '')).toEqual(placeholders(counterpart ?? ''));
  });

  it('explain every error', () => {
    const explained = [...flatten(en.errors).keys()].filter((key) => key.endsWith('.title'));
    const codes = explained.map((key) => key.slice(0, -'.title'.length));
    expect(codes.filter((code) => !isErrorCode(code))).toEqual([]);
    expect(codes.every((code) => isErrorCode(code) && exitCodeOf(code) > 0)).toBe(true);
  });
});
