import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../engine/engine-provider.tsx';
import { choosePath, type PathKind } from '../shell/choose-path.ts';
import classes from './folder-field.module.css';

interface FolderFieldProps {
  label: string;
  value: string;
  onChange(path: string): void;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  kind?: PathKind;
}

/** A path of this machine: typed, or chosen in a dialog. */
export function FolderField({
  label,
  value,
  onChange,
  description,
  error,
  placeholder,
  kind = 'folder',
}: FolderFieldProps) {
  const { t } = useTranslation();
  const client = useEngine();
  async function browse() {
    const path = await choosePath(client, kind, { title: label, path: value === '' ? undefined : value });
    if (path !== undefined) onChange(path);
  }
  return (
    <div className={classes.field}>
      <TextInput
        className={classes.input ?? ''}
        label={label}
        description={description}
        error={error}
        placeholder={placeholder ?? ''}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        rightSectionWidth="auto"
        rightSection={
          <Button size="compact-sm" variant="subtle" mr={4} onClick={() => void browse()}>
            {t('common.browse')}
          </Button>
        }
        spellCheck={false}
      />
    </div>
  );
}
