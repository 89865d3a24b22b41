import type { Readable } from 'node:stream';
import type { EngineClient } from '../../shared/contract/client.ts';
import type { Reporter } from './reporter.ts';

/** What every command is given. */
export interface CommandContext {
  client: EngineClient;
  reporter: Reporter;
  stdin: Readable;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Whether a person can be asked. */
  interactive: boolean;
}

/** Runs a command's body, which gives the exit code of a normal end. */
export type RunCommand = (body: (context: CommandContext) => Promise<number>) => Promise<void>;
