import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChevronRight, IconFolderOff, IconFolderPlus, IconServer2, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecentProject } from '../../../shared/model/project.ts';
import { offerNewProject } from '../../app/offered.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorCard } from '../../components/error-card.tsx';
import { Loading } from '../../components/loading.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { useOpenProject } from '../../project/open-project.ts';
import { formatWhen } from './format-when.ts';
import classes from './start.module.css';

/** The projects that were open before, the newest first. */
export function RecentProjects() {
  const { t } = useTranslation();
  const client = useEngine();
  const recent = useQuery({ queryKey: ['recent'], queryFn: () => client.projects.recent(), staleTime: 0 });
  if (recent.isPending) {
    return (
      <div className={classes.padded}>
        <Loading lines={4} />
      </div>
    );
  }
  if (recent.isError) {
    return (
      <div className={classes.padded}>
        <ErrorCard error={toErrorData(recent.error)} onRetry={() => void recent.refetch()} />
      </div>
    );
  }
  if (recent.data.length === 0) {
    return (
      <EmptyState
        icon={<IconFolderPlus size={26} />}
        title={t('start.none')}
        text={t('start.noneText')}
        action={
          <Button variant="default" onClick={() => offerNewProject()}>
            {t('start.new')}
          </Button>
        }
      />
    );
  }
  return (
    <ul className={classes.recent}>
      {recent.data.map((project) => (
        <RecentRow key={project.directory} project={project} />
      ))}
    </ul>
  );
}

function RecentRow({ project }: { project: RecentProject }) {
  const { t, i18n } = useTranslation();
  const open = useOpenProject();
  const { name, directory, server, openedAt, exists } = project;
  return (
    <li className={classes.row} data-gone={!exists || undefined}>
      <button
        type="button"
        className={classes.open}
        aria-disabled={!exists || undefined}
        onClick={() => {
          if (exists) void open(directory);
        }}
      >
        <span className={classes.rowIcon}>
          {exists ? <IconServer2 size={18} aria-hidden /> : <IconFolderOff size={18} aria-hidden />}
        </span>
        <span className={classes.rowText}>
          <span className={classes.rowName}>{name}</span>
          <span className={classes.rowPath}>{exists ? directory : t('start.gone', { directory })}</span>
        </span>
        <span className={classes.rowServer}>{server ?? ''}</span>
        <time className={classes.rowTime} dateTime={openedAt}>
          {formatWhen(openedAt, i18n.language, Date.now())}
        </time>
        {exists ? <IconChevronRight size={16} aria-hidden className={classes.rowGo} /> : <span />}
      </button>
      <Forget directory={directory} name={name} />
    </li>
  );
}

function Forget({ directory, name }: { directory: string; name: string }) {
  const { t } = useTranslation();
  const client = useEngine();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: () => client.projects.forget({ directory }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['recent'] }),
  });
  return (
    <Tooltip label={t('start.forget')}>
      <ActionIcon variant="subtle" color="gray" aria-label={t('start.forgetNamed', { name })} onClick={() => mutate()}>
        <IconX size={15} />
      </ActionIcon>
    </Tooltip>
  );
}
