import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

/** The languages, each named as its readers name it. */
export const languages = { en: 'English', zh: '简体中文' } as const;
export type Language = keyof typeof languages;

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(languages, code);
}

/** The first language of the person's list that the app speaks; English where it speaks none of them. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(code)) return code;
  }
  return 'en';
}

/** Makes the texts ready, once, before the first screen. */
export function startTexts(language: Language) {
  i18next.on('languageChanged', (code) => {
    document.documentElement.lang = code === 'zh' ? 'zh-Hans' : code;
  });
  return i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, zh: { translation: zh } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
}
