import { Button } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorCard } from '../../components/error-card.tsx';
import { Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { Sample } from '../sample.tsx';

const refused = {
  code: 'server.auth',
  message: 'engineer@portal:22 accepted none of the keys and no password.',
  hint: 'Name the right key (--identity FILE), load it with ssh-add, or give the password when asked (--password-stdin).',
} as const;

export function FeedbackSamples() {
  const { t } = useTranslation();
  return (
    <>
      <Sample name="ErrorCard">
        <ErrorCard error={refused} onRetry={() => {}} />
      </Sample>
      <Sample name="ErrorCard, cancelled">
        <ErrorCard error={{ code: 'cancelled', message: 'Cancelled.' }} onRetry={() => {}} />
      </Sample>
      <Sample name="Loading in a Panel">
        <Panel title={t('connect.docker.title')}>
          <Loading lines={3} />
        </Panel>
      </Sample>
      <Sample name="EmptyState in a Panel">
        <Panel title={t('start.recent')} flush>
          <EmptyState
            icon={<IconFolderPlus size={26} />}
            title={t('start.none')}
            text={t('start.noneText')}
            action={<Button>{t('start.new')}</Button>}
          />
        </Panel>
      </Sample>
    </>
  );
}
