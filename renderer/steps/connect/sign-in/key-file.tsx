import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FolderField } from '../../../components/folder-field.tsx';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { useShellInfo } from '../../../shell/shell-info.ts';
import classes from '../connect.module.css';
import { shortPath } from './short-path.ts';

interface KeyFileProps {
  keyFile: string;
  error: string | undefined;
  onChange(keyFile: string): void;
}

/** One private key: typed, chosen, or one of those in `~/.ssh`. */
export function KeyFile({ keyFile, error, onChange }: KeyFileProps) {
  const { t } = useTranslation();
  const client = useEngine();
  const home = useShellInfo()?.home ?? '';
  // Offered, not needed: where it cannot be read, one types the path.
  const { data: keys = [] } = useQuery({ queryKey: ['ssh-keys'], queryFn: () => client.machine.keys() });
  return (
    <div className={classes.keyFile}>
      <FolderField
        kind="file"
        label={t('connect.keyFile')}
        placeholder="~/.ssh/id_ed25519"
        value={keyFile}
        error={error}
        onChange={onChange}
      />
      {keys.length === 0 ? null : (
        <div className={classes.keys}>
          {keys.map(({ path, kind, encrypted }) => (
            <Button
              key={path}
              size="compact-xs"
              variant={path === keyFile ? 'light' : 'default'}
              aria-pressed={path === keyFile}
              leftSection={encrypted ? <IconLock size={12} aria-hidden /> : undefined}
              title={encrypted ? t('connect.keyEncrypted', { kind }) : kind}
              onClick={() => onChange(path)}
            >
              {shortPath(path, home)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
