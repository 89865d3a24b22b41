import { Button, Modal, Text } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reloadPage } from '../shell/reload-page.ts';
import type { Session } from './engine-provider.tsx';

/** Says that the engine is gone. Nothing works without it, so there is one way on: a reload, which finds the next one. */
export function LostEngine({ onLost }: Pick<Session, 'onLost'>) {
  const { t } = useTranslation();
  const [lost, setLost] = useState(false);
  useEffect(() => onLost(() => setLost(true)), [onLost]);
  return (
    <Modal opened={lost} onClose={() => {}} withCloseButton={false} title={t('app.engine.failed')}>
      <Text mb="md">{t('app.engine.failedHint')}</Text>
      <Button leftSection={<IconReload size={16} />} onClick={reloadPage}>
        {t('app.crash.reload')}
      </Button>
    </Modal>
  );
}
