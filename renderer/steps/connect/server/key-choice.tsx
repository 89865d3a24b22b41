import { Button, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FolderField } from '../../../components/folder-field.tsx';
import { useEngine } from '../../../engine/engine-provider.tsx';
import classes from '../connect.module.css';
import type { ServerForm } from './server-form.ts';

interface KeyChoiceProps {
  form: ServerForm;
  error: string | undefined;
  onChange(changes: Partial<ServerForm>): void;
}

/** How to sign in: what the machine usually takes, or one key. */
export function KeyChoice({ form, error, onChange }: KeyChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('connect.method')}
      value={form.method}
      onChange={(method) => onChange({ method: method === 'key' ? 'key' : 'auto' })}
    >
      <Stack gap={10} mt={8}>
        <Radio value="auto" label={t('connect.methodAuto')} description={t('connect.methodAutoHelp')} />
        <Radio value="key" label={t('connect.methodKey')} description={t('connect.methodKeyHelp')} />
      </Stack>
      {form.method === 'key' ? <KeyFile form={form} error={error} onChange={onChange} /> : null}
    </Radio.Group>
  );
}

function KeyFile({ form, error, onChange }: KeyChoiceProps) {
  const { t } = useTranslation();
  const client = useEngine();
  // Offered, not needed: where it cannot be read, one types the path.
  const { data: keys = [] } = useQuery({ queryKey: ['ssh-keys'], queryFn: () => client.machine.keys() });
  return (
    <div className={classes.keyFile}>
      <FolderField
        kind="file"
        label={t('connect.keyFile')}
        placeholder="~/.ssh/id_ed25519"
        value={form.keyFile}
        error={error}
        onChange={(keyFile) => onChange({ keyFile })}
      />
      {keys.length === 0 ? null : (
        <div className={classes.keys}>
          {keys.map(({ path, kind, encrypted }) => (
            <Button
              key={path}
              size="compact-xs"
              variant="default"
              title={encrypted ? t('connect.keyEncrypted', { kind }) : kind}
              onClick={() => onChange({ keyFile: path })}
            >
              {path}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
