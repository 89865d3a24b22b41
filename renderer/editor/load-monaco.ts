import type { Language } from '../../shared/model/shell.ts';
import type { Monaco } from './monaco-api.ts';

let loading: Promise<Monaco> | undefined;

/**
 * Monaco, fetched when the first editor is shown. Its own texts (menus, find widget, messages) are fixed at that moment:
 * they must be there before its modules run, and another language needs a new page.
 */
export function loadMonaco(language: Language): Promise<Monaco> {
  loading ??= load(language).catch((error: unknown) => {
    // Not kept: whoever tries again may have more luck.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(language: Language): Promise<Monaco> {
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn');
  const monaco = await import('./monaco.ts');
  const { setUp } = await import('./set-up.ts');
  setUp(monaco);
  return monaco;
}
