import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FolderField } from '../../components/folder-field.tsx';
import { formatBytes } from '../../components/format-bytes.ts';
import { JobPanel } from '../../jobs/job-panel.tsx';
import { useJob } from '../../jobs/use-job.ts';
import { useProject } from '../../project/project.ts';

/** What Git would hold, as a folder or as one file. */
export function CopyForm({ kind }: { kind: 'folder' | 'zip' }) {
  const { t, i18n } = useTranslation();
  const { directory } = useProject();
  const [target, setTarget] = useState(kind === 'zip' ? `${directory}.zip` : `${directory}-export`);
  // What was copied last: the field may name the next target already.
  const [copied, setCopied] = useState('');
  const copy = useCopy(kind, target.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target.trim() === '') return;
    setCopied(target.trim());
    copy.start();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {kind === 'folder' ? (
          <FolderField
            label={t('export.folder')}
            description={t('export.folderHelp')}
            value={target}
            onChange={setTarget}
          />
        ) : (
          <TextInput
            label={t('export.zip')}
            value={target}
            onChange={(event) => setTarget(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" disabled={target.trim() === '' || copy.status === 'running'}>
            {t(kind === 'zip' ? 'export.save' : 'export.copy')}
          </Button>
        </Group>
        <JobPanel job={copy} />
        {copy.result === undefined ? null : (
          <Text size="sm" role="status">
            {t('export.copied', {
              count: copy.result.files,
              size: formatBytes(copy.result.bytes, i18n.language),
              target: copied,
            })}
          </Text>
        )}
      </Stack>
    </form>
  );
}

function useCopy(kind: 'folder' | 'zip', target: string) {
  const { t } = useTranslation();
  const { directory, name } = useProject();
  return useJob<{ files: number; bytes: number }>(
    useMemo(
      () => ({
        key: `copy ${kind} ${directory}`,
        title: t('export.copying', { name }),
        run: (client, signal) => client.bundle.copy({ directory, kind, target }, { signal }),
      }),
      [directory, name, kind, target, t],
    ),
  );
}
