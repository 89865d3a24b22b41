import { toDockerError } from '../api/docker-errors.ts';

/** A stream of an engine's answer: it ends quietly once the signal is aborted, and fails as {@link toDockerError} says. */
export async function* untilLeft<Message>(
  label: string,
  signal: AbortSignal | undefined,
  messages: AsyncIterable<Message>,
): AsyncGenerator<Message, void> {
  if (signal?.aborted) return;
  try {
    for await (const message of messages) {
      if (signal?.aborted) return;
      yield message;
    }
  } catch (error) {
    if (signal?.aborted) return;
    throw toDockerError(error, label, 'open');
  }
}
