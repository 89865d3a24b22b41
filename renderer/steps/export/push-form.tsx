import { Autocomplete, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '../../../shared/model/project-file.ts';
import { JobPanel } from '../../jobs/job-panel.tsx';
import { useJob } from '../../jobs/use-job.ts';
import { useProject } from '../../project/project.ts';
import classes from './export.module.css';

/** Commits and pushes; the engine asks for credentials where the remote does. */
export function PushForm({ preview }: { preview: ExportPreview }) {
  const { t } = useTranslation();
  const { name } = useProject();
  const [url, setUrl] = useState(preview.remotes[0] ?? '');
  const [branch, setBranch] = useState(preview.branch);
  const [message, setMessage] = useState(t('export.defaultMessage', { name }));
  const push = usePush({ url: url.trim(), branch: branch.trim(), message: message.trim() });
  const complete = url.trim() !== '' && branch.trim() !== '' && message.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete) push.start();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <div className={classes.place}>
          <Autocomplete
            label={t('export.url')}
            description={t('export.urlHelp')}
            data={preview.remotes}
            value={url}
            onChange={setUrl}
          />
          <TextInput
            label={t('export.branch')}
            value={branch}
            onChange={(event) => setBranch(event.currentTarget.value)}
          />
        </div>
        <Textarea
          label={t('export.message')}
          autosize
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {preview.changed.length === 0 ? t('export.clean') : t('export.changed', { count: preview.changed.length })}
          </Text>
          <Button
            type="submit"
            leftSection={<IconUpload size={16} />}
            disabled={!complete || push.status === 'running'}
          >
            {t('export.push')}
          </Button>
        </Group>
        <JobPanel job={push} />
        {push.result === undefined ? null : (
          <Text size="sm" role="status">
            {t('export.pushed', { commit: push.result.commit.slice(0, 12), branch: push.result.branch })}
          </Text>
        )}
      </Stack>
    </form>
  );
}

function usePush({ url, branch, message }: { url: string; branch: string; message: string }) {
  const { t } = useTranslation();
  const { directory, name } = useProject();
  const queries = useQueryClient();
  return useJob<{ commit: string; branch: string }>(
    useMemo(
      () => ({
        key: `push ${directory}`,
        title: t('export.pushing', { name }),
        run: (client, signal) => client.bundle.push({ directory, url, branch, message }, { signal }),
        onDone: () => void queries.invalidateQueries({ queryKey: ['export', directory] }),
      }),
      [directory, name, url, branch, message, queries, t],
    ),
  );
}
