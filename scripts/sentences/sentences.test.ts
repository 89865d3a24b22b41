import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chinese } from '../../shared/translation/chinese.ts';
import { type PartKind, readTranslation, wordsOf } from '../../shared/translation/pattern.ts';
import { zh } from '../../shared/translation/zh/index.ts';
import { markedSentences } from './marked-sentences.ts';
import { engineSources, windowSources } from './source-files.ts';
import { unmarkedSentences } from './unmarked-sentences.ts';

const sources = engineSources();
const marked = [...sources, ...windowSources()].flatMap(markedSentences);
const catalogue = Object.entries(zh);

/** A part of each kind, as the engine puts it into a sentence. */
const samples: Record<PartKind, string> = {
  name: 'portal-2',
  word: '7',
  path: '/etc/portal.conf',
  text: 'cache',
  known: 'cache',
  list: 'cache, time',
};

function placesIn(translation: string): number[] {
  return readTranslation(translation).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.index]));
}

describe('the sentences of the engine', () => {
  it('are all marked', () => {
    expect(sources.flatMap(unmarkedSentences)).toEqual([]);
  });

  it('keep two parts apart, so that a text can be taken apart again', () => {
    expect(marked.filter(({ pattern }) => /\}\{/.test(pattern))).toEqual([]);
  });

  it('are all known in Chinese (shared/translation/zh)', () => {
    expect(marked.filter(({ pattern }) => !Object.hasOwn(zh, pattern))).toEqual([]);
  });
});

describe('the Chinese catalogue', () => {
  it('holds nothing that the engine no longer says', () => {
    const said = new Set(marked.map(({ pattern }) => pattern));
    expect(catalogue.filter(([english]) => !said.has(english))).toEqual([]);
  });

  it('has each sentence once', () => {
    const folder = new URL('../../shared/translation/zh/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const all = files.flatMap((name) => Object.keys(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
    expect(all.length).toBe(catalogue.length);
  });

  it('puts every part of a sentence in its place', () => {
    const wrong = catalogue.filter(([english, text]) => {
      const places = [...new Set(placesIn(text))].sort((one, other) => one - other);
      return places.join() !== [...wordsOf(english).slice(1).keys()].join();
    });
    expect(wrong).toEqual([]);
  });

  it('is Chinese', () => {
    const words = catalogue.filter(([english]) => /[a-z]{4}/.test(english.replace(/^umask$/i, '')));
    expect(words.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it.each(catalogue)('is found again: %s', (english, translation) => {
    const pieces = readTranslation(translation);
    const kinds = new Map(
      pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [[piece.index, piece.kind] as const])),
    );
    const text = wordsOf(english).reduce((said, word, index) => said + samples[kinds.get(index - 1) ?? 'name'] + word);
    const found = chinese(text) ?? '';
    const words = pieces.filter((piece) => typeof piece === 'string').map((piece) => piece.trim());
    expect(words.filter((word) => !found.includes(word))).toEqual([]);
  });
});
