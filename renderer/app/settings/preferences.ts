import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect } from 'react';
import type { Preferences } from '../../../shared/model/shell.ts';
import { spokenLanguage } from '../../../shared/text/spoken-language.ts';
import { useEngine } from '../../engine/engine-provider.tsx';

export const preferencesKey = ['preferences'] as const;
const untilLoaded: Preferences = { theme: 'system', language: 'system' };

/** What the person chose about the app itself, the same in every window. */
export function usePreferences() {
  const client = useEngine();
  const queries = useQueryClient();
  const { data = untilLoaded } = useQuery({
    queryKey: preferencesKey,
    queryFn: () => client.preferences.get(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { mutate } = useMutation({
    mutationFn: (change: Partial<Preferences>) => client.preferences.set(change),
    // Shown at once: the switch of a theme is not to wait for a file to be written.
    onMutate: (change) =>
      queries.setQueryData<Preferences>(preferencesKey, (now = untilLoaded) => ({ ...now, ...change })),
    onSuccess: (saved) => queries.setQueryData(preferencesKey, saved),
  });
  return { preferences: data, change: mutate };
}

/** Makes the page look and speak as the person chose. */
export function useAppliedPreferences() {
  const { preferences } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    setColorScheme(preferences.theme === 'system' ? 'auto' : preferences.theme);
  }, [preferences.theme, setColorScheme]);
  useEffect(() => {
    const { language } = preferences;
    void i18next.changeLanguage(language === 'system' ? spokenLanguage(navigator.languages) : language);
  }, [preferences]);
}
