import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import type { Project } from '../../shared/model/project.ts';
import { formatDate } from '../components/format-date.ts';
import { useEngine } from '../engine/engine-provider.tsx';
import classes from './held-project.module.css';

interface HeldProjectProps {
  directory: string;
  heldBy: NonNullable<Project['heldBy']>;
}

/** A project that another program has open: who that is, over what can only be looked at here. */
export function HeldProject({ directory, heldBy, children }: PropsWithChildren<HeldProjectProps>) {
  const { t, i18n } = useTranslation();
  const open = useOpenAgain(directory);
  const when = formatDate(heldBy.since, i18n.language, 'moment');
  const takeOver = () =>
    modals.openConfirmModal({
      title: t('app.held.takeOver'),
      children: t('app.held.takeOverText'),
      labels: { confirm: t('app.held.takeOver'), cancel: t('common.cancel') },
      onConfirm: () => open.mutate(true),
    });
  return (
    <div className={classes.page}>
      <div className={classes.bar} role="status">
        <IconLock size={18} aria-hidden />
        <p>
          <strong>{t('app.held.title', { pid: String(heldBy.pid), host: heldBy.host, when })}</strong>{' '}
          {t('app.held.text')}
        </p>
        <Button size="xs" variant="default" loading={open.isPending} onClick={() => open.mutate(false)}>
          {t('common.retry')}
        </Button>
        <Button size="xs" variant="subtle" onClick={takeOver}>
          {t('app.held.takeOver')}
        </Button>
      </div>
      <div className={classes.rest}>{children}</div>
    </div>
  );
}

function useOpenAgain(directory: string) {
  const client = useEngine();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (takeOver: boolean) => client.projects.open({ directory, takeOver }),
    onSuccess: (project) => {
      queries.setQueryData(['project', directory], project);
      // The other program may have changed anything meanwhile.
      if (project.heldBy === undefined)
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === directory });
    },
  });
}
