import { chinese } from '../../../../shared/translation/chinese.ts';

/** The languages that a bundle's documents speak. */
export type Language = 'en' | 'zh';

/** One of our own phrases in every language. */
export type Phrase = Record<Language, string>;

/** A sentence of the engine in a language; where its Chinese is not known, as it is. */
export function translated(text: string, language: Language): string {
  return language === 'en' ? text : (chinese(text) ?? text);
}
