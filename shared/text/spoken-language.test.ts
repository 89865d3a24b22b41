import { expect, it } from 'vitest';
import { spokenLanguage } from './spoken-language.ts';

it.each([
  [['zh-Hans-CN', 'en'], 'zh'],
  [['de-DE', 'en-GB'], 'en'],
  [['fr', 'zh_TW'], 'zh'],
  [['de'], 'en'],
  [[], 'en'],
])('speaks to someone who prefers %j in %s', (preferred, language) => {
  expect(spokenLanguage(preferred)).toBe(language);
});
