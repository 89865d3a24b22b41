import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DemoServer } from '../../../shared/model/demo.ts';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { type JobHandle, useJob } from '../../jobs/use-job.ts';
import { useOpenProject } from '../../project/open-project.ts';
import { useShellInfo } from '../../shell/shell-info.ts';
import { suggestFolder } from './suggest-folder.ts';

/** What is told of a server is gone with it. */
const notice = 'demo-server';

/** Starts the demo server, and opens the project that works on it. */
export function useDemoStart(): JobHandle<DemoServer> {
  const { t } = useTranslation();
  const open = useOpenProject();
  const queries = useQueryClient();
  const directory = suggestFolder(useShellInfo()?.home ?? '', 'demo');
  return useJob<DemoServer>({
    key: 'demo-start',
    title: t('start.demo.starting'),
    run: (client, signal) => {
      notifications.hide(notice);
      return client.demo.start({ directory }, { signal });
    },
    onDone: (server) => {
      notifications.show({
        id: notice,
        title: t('start.demo.ready'),
        message: t('start.demo.readyText', server),
        autoClose: false,
        // Beside the buttons that one goes on with, and as long as a fingerprint is.
        position: 'top-right',
        styles: { description: { overflowWrap: 'anywhere', whiteSpace: 'normal' } },
      });
      void queries.invalidateQueries({ queryKey: ['project', server.directory] });
      // Whoever has opened another project meanwhile stays there, and whoever is at work on this one.
      const { directory: shown, step } = useNavigation.getState();
      if (shown === undefined || (shown === server.directory && step === 'start')) void open(server.directory);
    },
  });
}

/** Removes the demo server; its project stays. */
export function useDemoStop(): JobHandle<{ directory: string }> {
  const { t } = useTranslation();
  return useJob<{ directory: string }>({
    key: 'demo-stop',
    title: t('start.demo.stopping'),
    run: (client, signal) => client.demo.stop({}, { signal }),
    onDone: () => {
      notifications.hide(notice);
      notifications.show({ title: t('start.demo.stopped'), message: t('start.demo.stoppedText') });
    },
  });
}
