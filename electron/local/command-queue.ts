import { EventPublisher } from '@orpc/server';
import type { ShellCommand } from '../../shared/model/shell.ts';

export interface CommandQueue {
  /** Reaches every page that listens; where none does yet, it waits for the first. */
  send(command: ShellCommand): void;
  listen(signal: AbortSignal | undefined): AsyncGenerator<ShellCommand, void>;
}

/** Commands on their way to the page. A link may start the app: its command comes long before the page does. */
export function createCommandQueue(): CommandQueue {
  const publisher = new EventPublisher<{ command: ShellCommand }>();
  const waiting: ShellCommand[] = [];
  return {
    send(command) {
      if (publisher.size === 0) waiting.push(command);
      else publisher.publish('command', command);
    },
    async *listen(signal) {
      const commands = publisher.subscribe('command', { signal });
      yield* waiting.splice(0);
      yield* commands;
    },
  };
}
