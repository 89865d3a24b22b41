import type { Terminal as Xterm } from '@xterm/xterm';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineClient } from '../../../../shared/contract/client.ts';
import type { RunningContainer } from '../../../../shared/model/containers.ts';
import { useStable } from '../../../components/use-stable.ts';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { toErrorData } from '../../../engine/error-data.ts';
import { useSay } from '../../../i18n/said.tsx';
import { useProject } from '../../../project/project.ts';
import { plainText } from './plain-text.ts';
import { Terminal } from './terminal.tsx';

/** A shell in a container; it ends with the screen. */
export function ContainerShell({ container: { id, name } }: { container: RunningContainer }) {
  const { t } = useTranslation();
  // Another language must not end the shell, as another `connect` would.
  const say = useStable(useSay());
  const sayEnded = useStable(() => t('run.containers.shellEnded'));
  const client = useEngine();
  const { directory } = useProject();
  const connect = useCallback(
    (terminal: Xterm) => keepOpen(client, { directory, container: id }, terminal, sayEnded, say),
    [client, directory, id, sayEnded, say],
  );
  return (
    <Terminal
      label={t('run.containers.terminal', { name })}
      hint={t('run.containers.leave')}
      connect={connect}
      interactive
    />
  );
}

/** Opens a shell, and another at Enter once it has ended; gives what closes it. */
function keepOpen(
  client: EngineClient,
  where: { directory: string; container: string },
  terminal: Xterm,
  sayEnded: () => string,
  say: (text: string) => string,
): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let session: string | undefined;
  let hasEnded = false;

  async function open(): Promise<void> {
    hasEnded = false;
    try {
      const size = { columns: terminal.cols, rows: terminal.rows };
      for await (const message of await client.containers.shell({ ...where, ...size }, { signal })) {
        if (message.type === 'opened') session = message.session;
        else if (message.type === 'output') terminal.write(message.text);
      }
      terminal.writeln(`\r\n${sayEnded()}`);
    } catch (error) {
      if (!signal.aborted) terminal.writeln(`\r\n${plainText(say(toErrorData(error).message))}\r\n${sayEnded()}`);
    }
    session = undefined;
    hasEnded = true;
  }

  void open();
  // One after the other: what is typed is to arrive in its order.
  let sending: Promise<unknown> = Promise.resolve();
  const typed = terminal.onData((text) => {
    if (session !== undefined) {
      const to = session;
      // A shell that ended meanwhile needs no answer.
      sending = sending.then(() => client.containers.type({ session: to, text })).catch(() => undefined);
    } else if (hasEnded && text === '\r') void open();
  });
  const resized = terminal.onResize(({ cols, rows }) => {
    if (session !== undefined) {
      client.containers.resize({ session, columns: cols, rows }).catch(() => undefined);
    }
  });
  return () => {
    abort.abort();
    typed.dispose();
    resized.dispose();
  };
}
