import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { root } from '../app/places.ts';

export type Language = 'en' | 'zh';

/** A text of the app in the language it runs in: the same pages are tested in both. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** @throws where the app has no such text, so that a test cannot look for a key instead of a text. */
export function textsOf(language: Language): Say {
  const texts = i18next.createInstance();
  texts.init({
    ...{ lng: language, initAsync: false, interpolation: { escapeValue: false } },
    resources: { [language]: { translation: readTexts(language) } },
  });
  return (key, values = {}) => {
    if (!texts.exists(key, values)) throw new Error(`The app has no text ${key} in ${language}.`);
    return texts.t(key, values);
  };
}

function readTexts(language: Language): Record<string, unknown> {
  const folder = join(root, 'renderer/i18n', language);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}
