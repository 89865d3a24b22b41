import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorCard } from '../../components/error-card.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { useProject } from '../../project/project.ts';

/** Writes the newest facts to a file, for `slipway plan` or for another machine. */
export function SaveFacts() {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory, name } = useProject();
  const [opened, dialog] = useDisclosure(false);
  const [file, setFile] = useState(`${directory}/${name}.facts.json`);
  const save = useMutation({ mutationFn: () => client.projects.saveFacts({ directory, file }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const close = () => {
    dialog.close();
    save.reset();
  };
  return (
    <>
      <Button variant="default" leftSection={<IconDeviceFloppy size={16} />} onClick={dialog.open}>
        {t('inventory.save')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('inventory.saveTitle')} size="lg" centered>
        <form onSubmit={submit}>
          <TextInput
            label={t('inventory.file')}
            description={t('inventory.saveNote')}
            value={file}
            onChange={(event) => setFile(event.currentTarget.value)}
            data-autofocus
          />
          {save.error === null ? null : <ErrorCard error={toErrorData(save.error)} />}
          {save.isSuccess ? (
            <Text size="sm" mt="sm" role="status">
              {t('inventory.saved', { file })}
            </Text>
          ) : null}
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close}>
              {save.isSuccess ? t('common.close') : t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={file === ''}>
              {t('common.save')}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
