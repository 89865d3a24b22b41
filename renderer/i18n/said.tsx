import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { chinese } from '../../shared/translation/chinese.ts';
import { withoutOptions } from './without-options.ts';

/**
 * Gives what the engine says in the person's language. The engine speaks English, and plans, exports and the command line
 * keep it so: it is translated where it is shown. What is not known, such as the words of a server, stays as it is.
 */
export function useSay(): (text: string) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback((text) => inLanguage(text, language), [language]);
}

/** What {@link useSay} gives, where there is no component. */
export function inLanguage(text: string, language: string): string {
  return withoutOptions(language === 'zh' ? (chinese(text) ?? text) : text);
}

/** What the engine says, in the person's language, or else told to be English. */
export function Said({ text }: { text: string }) {
  const say = useSay();
  const said = say(text);
  return said === withoutOptions(text) ? <span lang="en">{said}</span> : said;
}
