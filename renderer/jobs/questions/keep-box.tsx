import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../engine/engine-provider.tsx';
import { useSay } from '../../i18n/said.tsx';

interface KeepBoxProps {
  keep: boolean;
  onKeep(keep: boolean): void;
}

/** Whether an answer is to be kept, and, where it is, for how long this machine can keep it. */
export function KeepBox({ keep, onKeep }: KeepBoxProps) {
  const { t } = useTranslation();
  const howLong = useHowLong(keep);
  return (
    <Checkbox
      checked={keep}
      onChange={(event) => onKeep(event.currentTarget.checked)}
      label={t('questions.remember')}
      description={keep ? howLong : t('questions.never')}
    />
  );
}

/** The keychain is asked only for somebody who wants to use it: it may want to be unlocked first. */
function useHowLong(keep: boolean): string {
  const client = useEngine();
  const { t } = useTranslation();
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['keychain'],
    queryFn: () => client.secrets.keychain(),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: keep,
  });
  if (data === undefined) return t('questions.rememberChecking');
  return data.available ? t('questions.rememberSealed') : t('questions.rememberRun', { why: say(data.why) });
}
