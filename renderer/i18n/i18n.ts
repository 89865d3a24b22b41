import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/model/shell.ts';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

/** The languages, each named as its readers name it. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', zh: '简体中文' };

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(languages, code);
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
