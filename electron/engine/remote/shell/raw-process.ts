import type { Readable, Writable } from 'node:stream';

export interface ExitStatus {
  code: number | undefined;
  signal: string | undefined;
}

/** A started program, however it was started, before anything is known about it. */
export interface RawProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when it has ended and its output is read; rejects with `server.dropped`. */
  readonly done: Promise<ExitStatus>;
  /** Closes its input and output, and has all three streams fail with the reason. */
  abandon(reason: unknown): void;
}

/** Something that starts `sh -c` as an account. */
export interface Shell {
  /** `user@host:port`, `local`. */
  readonly label: string;
  /**
   * Starts a script of one line without single quotes and exclamation marks. Rejects with a `server.*` SlipwayError
   * where the server starts nothing.
   */
  open(script: string): Promise<RawProcess>;
}

/** Destroys a stream; whoever reads it learns why, and where nobody does, nothing breaks. */
export function failStream(stream: Readable | Writable, reason: unknown): void {
  stream.on('error', () => {});
  stream.destroy(reason instanceof Error ? reason : new Error(String(reason)));
}
