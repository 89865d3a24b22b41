import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkbench } from '../workbench-context.tsx';
import { newPathProblem } from './new-path.ts';

export function NewFileDialog({ onDone }: { onDone(): void }) {
  const { t } = useTranslation();
  const { session, files } = useWorkbench();
  const [path, setPath] = useState('');
  const [tried, setTried] = useState(false);
  const problem = newPathProblem(
    path,
    files.map((file) => file.path),
  );

  async function create(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (problem !== undefined) return;
    onDone();
    await session.create(path);
  }

  return (
    <Modal
      opened
      onClose={onDone}
      title={t('edit.newFile.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void create(event)}>
        <TextInput
          data-autofocus
          label={t('edit.newFile.label')}
          placeholder={t('edit.newFile.placeholder')}
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
          error={tried && problem !== undefined ? t(`edit.newFile.${problem}`) : undefined}
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button size="xs" variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button size="xs" type="submit">
            {t('edit.newFile.create')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
