import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Changing } from '../../../project/read-only.tsx';
import { fileOf } from '../session/edit-state.ts';
import { useView, useWorkbench } from '../workbench-context.tsx';
import type { Dialog } from '../workbench-state.ts';
import { NewFileDialog } from './new-file-dialog.tsx';

/** The one question that is open now, if any. */
export function Dialogs() {
  const { view } = useWorkbench();
  const dialog = useView((state) => state.dialog);
  const done = () => view.setState({ dialog: undefined });
  if (dialog === undefined) return null;
  if (dialog.kind === 'new-file') return <NewFileDialog onDone={done} />;
  return <Confirm dialog={dialog} onDone={done} />;
}

function Confirm({ dialog, onDone }: { dialog: Exclude<Dialog, { kind: 'new-file' }>; onDone(): void }) {
  const { t } = useTranslation();
  const { session } = useWorkbench();
  const { kind, path } = dialog;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const act = (action: () => unknown) => () => {
    onDone();
    void action();
  };
  const lose = {
    close: () => session.close(path),
    revert: () => session.revert(path),
    delete: () => session.remove(path),
  };

  async function saveAndClose() {
    await session.save(path);
    if (fileOf(session.store.getState(), path)?.dirty === false) session.close(path);
  }

  return (
    <Modal
      opened
      onClose={onDone}
      title={t(`edit.${kind}.title`, { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text size="sm">{t(`edit.${kind}.text`, { name })}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button size="xs" variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" variant={kind === 'close' ? 'default' : 'filled'} color="red" onClick={act(lose[kind])}>
          {t(kind === 'close' ? 'edit.close.discard' : `edit.${kind}.confirm`)}
        </Button>
        {kind === 'close' ? (
          <Changing>
            <Button size="xs" data-autofocus onClick={act(saveAndClose)}>
              {t('edit.close.save')}
            </Button>
          </Changing>
        ) : null}
      </Group>
    </Modal>
  );
}
