import { type Look, looks } from './looks.ts';
import type { Scene } from './scene.ts';

/**
 * What words on the command line leave of all pictures: `dark`, `en` … choose looks, any other word the scenes whose
 * names begin with it. Nothing said is everything.
 */
export function choose(words: readonly string[], scenes: readonly Scene[]): { scenes: Scene[]; looks: Look[] } {
  const begins = words.filter((word) => !isLookWord(word));
  const lookWords = words.filter(isLookWord);
  return {
    scenes: scenes.filter(({ name }) => begins.length === 0 || begins.some((begin) => name.startsWith(begin))),
    looks: looks.filter((look) => lookWords.every((word) => wordsOf(look).includes(word))),
  };
}

function isLookWord(word: string): boolean {
  return looks.some((look) => wordsOf(look).includes(word));
}

function wordsOf({ theme, language }: Look): string[] {
  return [theme, language];
}
