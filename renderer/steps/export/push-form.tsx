import { Autocomplete, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '../../../shared/model/project-file.ts';
import { JobPanel } from '../../jobs/job-panel.tsx';
import { useJob } from '../../jobs/use-job.ts';
import { useProject } from '../../project/project.ts';
import { Changing } from '../../project/read-only.tsx';
import classes from './export.module.css';
import { Exported } from './exported.tsx';
import { LastExport } from './last-export.tsx';
import { RepositoryLink } from './repository-link.tsx';
import { useNotedExport } from './use-noted-export.ts';

/** Commits and pushes; the engine asks for credentials where the remote does. */
export function PushForm({ preview }: { preview: ExportPreview }) {
  const { t } = useTranslation();
  const { name } = useProject();
  const [url, setUrl] = useState(preview.remotes[0] ?? '');
  const [branch, setBranch] = useState(preview.branch);
  const [message, setMessage] = useState(t('export.defaultMessage', { name }));
  const push = usePush({ url: url.trim(), branch: branch.trim(), message: message.trim() });
  // What was pushed last: the field may name the next address already.
  const [pushedTo, setPushedTo] = useState('');
  const complete = url.trim() !== '' && branch.trim() !== '' && message.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    setPushedTo(url.trim());
    push.start();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Changing>
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
            <Changed paths={preview.changed} />
            <Button
              type="submit"
              leftSection={<IconUpload size={16} />}
              disabled={!complete || push.status === 'running'}
            >
              {t('export.push')}
            </Button>
          </Group>
        </Changing>
        <JobPanel job={push} />
        {push.status === 'cancelled' ? <Text size="sm">{t('export.pushCancelled')}</Text> : null}
        {push.result === undefined ? (
          <LastExport way="push" />
        ) : (
          <Exported text={t('export.pushed', { commit: push.result.commit.slice(0, 12), branch: push.result.branch })}>
            <RepositoryLink remote={pushedTo} />
          </Exported>
        )}
      </Stack>
    </form>
  );
}

/** What the commit will hold, by name where one asks. */
function Changed({ paths }: { paths: readonly string[] }) {
  const { t } = useTranslation();
  if (paths.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('export.clean')}
      </Text>
    );
  }
  return (
    <details className={classes.changed}>
      <summary>{t('export.changed', { count: paths.length })}</summary>
      <ul>
        {paths.map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
    </details>
  );
}

function usePush({ url, branch, message }: { url: string; branch: string; message: string }) {
  const { t } = useTranslation();
  const { directory, name } = useProject();
  const queries = useQueryClient();
  const push = useJob<{ commit: string; branch: string }>(
    useMemo(
      () => ({
        key: `push ${directory}`,
        title: t('export.pushing', { name }),
        run: (client, signal) => client.bundle.push({ directory, url, branch, message }, { signal }),
      }),
      [directory, name, url, branch, message, t],
    ),
  );
  // What is committed stays so, however the push has ended.
  useEffect(() => {
    if (push.status !== 'idle') void queries.invalidateQueries({ queryKey: ['export', directory] });
  }, [push.status, queries, directory]);
  useNotedExport(push.status);
  return push;
}
