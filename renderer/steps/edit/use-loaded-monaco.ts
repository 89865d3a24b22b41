import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect } from 'react';
import type { Language } from '../../../shared/model/shell.ts';
import { loadMonaco } from '../../editor/load-monaco.ts';
import type { Monaco } from '../../editor/monaco-api.ts';
import { themeName } from '../../editor/themes.ts';
import { isLanguage } from '../../i18n/i18n.ts';

export interface LoadedMonaco {
  monaco: Monaco;
  /** The language of its own texts, which stays what it was. */
  language: Language;
}

/** Monaco, fetched with the step, in the theme of the app. */
export function useLoadedMonaco() {
  const scheme = useComputedColorScheme('light');
  const query = useQuery<LoadedMonaco>({
    queryKey: ['monaco'],
    queryFn: async () => {
      const language = isLanguage(i18next.language) ? i18next.language : 'en';
      return { monaco: await loadMonaco(language), language };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  useEffect(() => query.data?.monaco.editor.setTheme(themeName(scheme)), [query.data, scheme]);
  return query;
}
