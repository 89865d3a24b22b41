import type { Terminal as Xterm } from '@xterm/xterm';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunningContainer } from '../../../../shared/model/containers.ts';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { toErrorData } from '../../../engine/error-data.ts';
import { useSay } from '../../../i18n/said.tsx';
import { useProject } from '../../../project/project.ts';
import { plainText } from './plain-text.ts';
import { Terminal } from './terminal.tsx';

/** What a container wrote, and goes on writing. Colors are kept; what would move about in the window is not obeyed. */
export function ContainerLog({ container }: { container: RunningContainer }) {
  const { t } = useTranslation();
  const say = useSay();
  const client = useEngine();
  const { directory } = useProject();
  const { id, name } = container;
  const connect = useCallback(
    (terminal: Xterm) => {
      const abort = new AbortController();
      const { signal } = abort;
      (async () => {
        for await (const text of await client.containers.logs({ directory, container: id, tail: 500 }, { signal })) {
          terminal.write(text);
        }
        terminal.writeln(`\r\n${t('run.containers.ended')}`);
      })().catch((error: unknown) => {
        if (!signal.aborted) terminal.writeln(`\r\n${plainText(say(toErrorData(error).message))}`);
      });
      return () => abort.abort();
    },
    [client, directory, id, t, say],
  );
  return <Terminal label={t('run.containers.logOf', { name })} connect={connect} />;
}
