import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShellInfo } from '../../shell/shell-info.ts';

/** Whether an answer is to be kept, and for how long this machine can keep it. */
export function KeepBox({ keep, onKeep }: { keep: boolean; onKeep(keep: boolean): void }) {
  const { t } = useTranslation();
  const keychain = useShellInfo()?.keychain;
  if (keychain === undefined) return null;
  const lasting = keychain.available;
  return (
    <Checkbox
      checked={keep}
      onChange={(event) => onKeep(event.currentTarget.checked)}
      label={lasting ? t('questions.remember') : t('questions.rememberRun')}
      description={keep && !lasting ? t('questions.noKeychain') : t('questions.never')}
    />
  );
}
