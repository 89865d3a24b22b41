import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation/navigation.ts';
import { reachableStep } from '../app/navigation/steps.ts';
import { useEngine } from '../engine/engine-provider.tsx';
import { toErrorData } from '../engine/error-data.ts';
import { choosePath } from '../shell/choose-path.ts';

/** Opens a project's folder (or its `slipway.yaml`) where one left off; tells where that fails. */
export function useOpenProject(): (path: string) => Promise<void> {
  const client = useEngine();
  const queries = useQueryClient();
  const { t } = useTranslation();
  const enterProject = useNavigation((navigation) => navigation.enterProject);
  return useCallback(
    async (path) => {
      try {
        const project = await client.projects.open({ directory: path });
        queries.setQueryData(['project', project.directory], project);
        enterProject(project.directory, reachableStep(project.step, project));
      } catch (thrown) {
        const error = toErrorData(thrown);
        notifications.show({
          color: 'red',
          title: t(`errors.${error.code}.title`),
          message: `${path}: ${t(`errors.${error.code}.advice`)}`,
        });
      }
      void queries.invalidateQueries({ queryKey: ['recent'] });
    },
    [client, queries, enterProject, t],
  );
}

/** Lets the person choose a project's folder and opens it. */
export function useChooseProject(): () => Promise<void> {
  const client = useEngine();
  const { t } = useTranslation();
  const open = useOpenProject();
  return useCallback(async () => {
    const path = await choosePath(client, 'folder', { title: t('start.openTitle') });
    if (path !== undefined) await open(path);
  }, [client, t, open]);
}
