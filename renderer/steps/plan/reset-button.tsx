import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProject } from '../../project/project.ts';
import { usePlanEditor } from './plan-context.tsx';
import { useDecide } from './use-decide.ts';

/** Decides everything anew from the scan; the plan before it can be had back by undo. */
export function ResetButton() {
  const { t } = useTranslation();
  const { scan } = useProject();
  const editor = usePlanEditor();
  const [opened, dialog] = useDisclosure(false);
  const { job, decide } = useDecide();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} />}
        onClick={dialog.open}
        loading={job.status === 'running'}
        disabled={scan === undefined}
      >
        {t('plan.reset')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('plan.resetTitle')} centered>
        <Text size="sm">{t('plan.resetText')}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {t('common.cancel')}
          </Button>
          <Button
            onClick={() => {
              dialog.close();
              decide({}, (plan) => editor.change(() => plan, t('plan.resetDone')));
            }}
          >
            {t('plan.reset')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
