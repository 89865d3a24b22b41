import { randomUUID } from 'node:crypto';
import type { ContainerShell, TerminalSize } from '../docker/watch/source.ts';

export type ShellMessage =
  | { type: 'opened'; session: string }
  | { type: 'output'; text: string }
  | { type: 'ended'; exitCode?: number };

/** The shells that are open, by the name that their terminals know them by. */
export interface ShellSessions {
  /**
   * What a shell's terminal is told, until the shell ends or the signal is aborted; then the shell is closed. What is
   * typed waits for `allowed`, and does not reach the shell where that rejects.
   */
  follow(
    shell: ContainerShell,
    signal: AbortSignal | undefined,
    allowed: () => Promise<void>,
  ): AsyncGenerator<ShellMessage, void>;
  /** A key that is typed as the shell ends reaches nobody, which is no error. */
  type(session: string, text: string): Promise<void>;
  resize(session: string, size: TerminalSize): Promise<void>;
}

export function createShellSessions(): ShellSessions {
  const open = new Map<string, { shell: ContainerShell; allowed: () => Promise<void> }>();
  return {
    async *follow(shell, signal, allowed) {
      const session = randomUUID();
      open.set(session, { shell, allowed });
      const leave = () => void shell.close();
      signal?.addEventListener('abort', leave, { once: true });
      try {
        yield { type: 'opened', session };
        for await (const text of untilClosed(shell, signal)) yield { type: 'output', text };
        if (signal?.aborted) return;
        const exitCode = await shell.exitCode();
        yield { type: 'ended', ...(exitCode === undefined ? {} : { exitCode }) };
      } finally {
        signal?.removeEventListener('abort', leave);
        open.delete(session);
        await shell.close();
      }
    },
    async type(session, text) {
      await open.get(session)?.allowed();
      await open.get(session)?.shell.write(text);
    },
    resize: async (session, size) => open.get(session)?.shell.resize(size),
  };
}

/** A connection that is cut because the terminal was closed is the end that was wanted. */
async function* untilClosed(shell: ContainerShell, signal: AbortSignal | undefined): AsyncGenerator<string> {
  try {
    yield* shell.output;
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
