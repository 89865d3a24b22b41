import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { offerNewProject, useOffered } from '../../app/offered.ts';
import { ErrorCard } from '../../components/error-card.tsx';
import { FolderField } from '../../components/folder-field.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { useOpenProject } from '../../project/open-project.ts';
import { useShellInfo } from '../../shell/shell-info.ts';
import { suggestFolder } from './suggest-folder.ts';

/** Asks for a name and a folder, and makes the project. */
export function NewProject() {
  const { t } = useTranslation();
  const creating = useOffered((offered) => offered.creating);
  const info = useShellInfo();
  return (
    <Modal
      opened={creating}
      onClose={() => offerNewProject(false)}
      title={t('start.new')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NewProjectForm home={info?.home ?? ''} />
    </Modal>
  );
}

function NewProjectForm({ home }: { home: string }) {
  const { t } = useTranslation();
  const client = useEngine();
  const queries = useQueryClient();
  const open = useOpenProject();
  const enterProject = useNavigation((navigation) => navigation.enterProject);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string>();
  const directory = chosen ?? suggestFolder(home, name);
  const create = useMutation({
    mutationFn: () => client.projects.create({ directory, ...(name.trim() === '' ? {} : { name: name.trim() }) }),
    onSuccess: (project) => {
      queries.setQueryData(['project', project.directory], project);
      offerNewProject(false);
      enterProject(project.directory, 'connect');
    },
  });
  const error = create.error === null ? undefined : toErrorData(create.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate();
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('start.name')}
          description={t('start.nameHelp')}
          placeholder="portal"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <FolderField
          label={t('start.folder')}
          description={t('start.folderHelp')}
          value={directory}
          onChange={setChosen}
        />
        {error === undefined ? null : (
          <ErrorCard
            error={error}
            actions={
              error.code === 'project.exists' ? (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    offerNewProject(false);
                    void open(directory);
                  }}
                >
                  {t('start.openInstead')}
                </Button>
              ) : null
            }
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => offerNewProject(false)}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={directory === ''}>
            {t('start.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
