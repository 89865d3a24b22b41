import { chinese } from '../../../../shared/translation/chinese.ts';
import type { Phrase } from '../language/phrase.ts';

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(/[^\P{Cc}\n\t]|\p{Bidi_Control}/gu, '\uFFFD');
}

/** A phrase in both languages; the style sheet shows the one of the page. */
export function phrase({ en, zh }: Phrase): string {
  return `<span lang="en">${escapeHtml(en)}</span><span lang="zh-CN">${escapeHtml(zh)}</span>`;
}

/** A sentence of the report: in both languages where its Chinese is known, else as it is. */
export function sentence(text: string): string {
  const zh = chinese(text);
  return zh === undefined ? escapeHtml(text) : phrase({ en: text, zh });
}
