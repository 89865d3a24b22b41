import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../engine/engine-provider.tsx';
import { useShellInfo } from '../shell/shell-info.ts';
import { CopyButton } from './copy-button.tsx';

/** Shows a file or folder in the file manager; a page in a browser cannot, and offers its path to be copied. */
export function ShowItem({ path }: { path: string }) {
  const { t } = useTranslation();
  const client = useEngine();
  const surface = useShellInfo()?.surface;
  if (surface === undefined) return null;
  if (surface !== 'window') return <CopyButton value={path} label={t('components.copyPath')} />;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconFolderOpen size={15} />}
      onClick={() => void client.shell.showItem({ path })}
    >
      {t('components.showItem')}
    </Button>
  );
}
