import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FolderField } from '../../components/folder-field.tsx';
import { formatBytes } from '../../components/format-bytes.ts';
import { ShowItem } from '../../components/show-item.tsx';
import { JobPanel } from '../../jobs/job-panel.tsx';
import { useJob } from '../../jobs/use-job.ts';
import { useProject } from '../../project/project.ts';
import { Exported } from './exported.tsx';
import { LastExport } from './last-export.tsx';
import { useNotedExport } from './use-noted-export.ts';

interface CopyFormProps {
  kind: 'folder' | 'zip';
  target: string;
  onTarget: (target: string) => void;
}

/** What Git would hold, as a folder or as one file. */
export function CopyForm({ kind, target, onTarget }: CopyFormProps) {
  const { t, i18n } = useTranslation();
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
        <FolderField
          label={t(`export.${kind}`)}
          description={t(`export.${kind}Help`)}
          kind={kind === 'zip' ? 'save' : 'folder'}
          value={target}
          onChange={onTarget}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={target.trim() === '' || copy.status === 'running'}>
            {t(kind === 'zip' ? 'export.save' : 'export.copy')}
          </Button>
        </Group>
        <JobPanel job={copy} readsOnly />
        {copy.result === undefined ? (
          <LastExport way={kind} />
        ) : (
          <Exported
            text={t('export.copied', {
              count: copy.result.files,
              size: formatBytes(copy.result.bytes, i18n.language),
              target: copied,
            })}
          >
            <ShowItem path={copied} />
          </Exported>
        )}
      </Stack>
    </form>
  );
}

function useCopy(kind: 'folder' | 'zip', target: string) {
  const { t } = useTranslation();
  const { directory, name } = useProject();
  const copy = useJob<{ files: number; bytes: number }>(
    useMemo(
      () => ({
        key: `copy ${kind} ${directory}`,
        title: t('export.copying', { name }),
        run: (client, signal) => client.bundle.copy({ directory, kind, target }, { signal }),
      }),
      [directory, name, kind, target, t],
    ),
  );
  useNotedExport(copy.status);
  return copy;
}
