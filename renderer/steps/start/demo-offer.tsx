import { Button, Group, Text } from '@mantine/core';
import { IconArrowRight, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DemoState } from '../../../shared/model/demo.ts';
import { formatDate } from '../../components/format-date.ts';
import { useOpenProject } from '../../project/open-project.ts';

interface DemoOfferProps {
  state: DemoState;
  onStart(): void;
  onStop(): void;
}

/** What can be done now: start a demo server, go on with the one that was started, or why neither. */
export function DemoOffer({ state: { possible, started }, onStart, onStop }: DemoOfferProps) {
  const { t } = useTranslation();
  if (possible !== true) {
    return <Text size="sm">{t(possible === 'no-node' ? 'start.demo.noNode' : 'start.demo.noCheckout')}</Text>;
  }
  if (started !== undefined) return <Started started={started} onStart={onStart} onStop={onStop} />;
  return (
    <>
      <Text size="sm">{t('start.demo.first')}</Text>
      <Group>
        <Button variant="default" leftSection={<IconPlayerPlay size={16} />} onClick={onStart}>
          {t('start.demo.start')}
        </Button>
      </Group>
    </>
  );
}

type StartedProps = Omit<DemoOfferProps, 'state'> & { started: NonNullable<DemoState['started']> };

function Started({ started: { directory, at, running }, onStart, onStop }: StartedProps) {
  const { t, i18n } = useTranslation();
  const open = useOpenProject();
  const when = formatDate(at, i18n.language, 'moment');
  return (
    <>
      <Text size="sm">{running ? t('start.demo.runs', { when }) : t('start.demo.half', { when })}</Text>
      <Group gap="xs">
        {running ? (
          <Button variant="default" rightSection={<IconArrowRight size={16} />} onClick={() => void open(directory)}>
            {t('start.demo.open')}
          </Button>
        ) : null}
        <Button variant="default" leftSection={<IconPlayerPlay size={16} />} onClick={onStart}>
          {t('start.demo.again')}
        </Button>
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={onStop}>
          {t('start.demo.stop')}
        </Button>
      </Group>
    </>
  );
}
