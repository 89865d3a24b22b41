import type { Duplex } from 'node:stream';

/** One of the two that are compared: where a probe is asked. */
export interface Side {
  readonly name: 'server' | 'container';
  /**
   * Opens a connection to the port on which the service listens, lets the probe talk over it and closes it. Resolves
   * with `refused` where there is no connection to be had; rejects only when the job is cancelled.
   */
  ask<T>(port: number, talk: (stream: Duplex) => Promise<T>, signal: AbortSignal): Promise<Asked<T>>;
}

export type Asked<T> = { kind: 'answered'; answer: T } | { kind: 'refused'; reason: string };

/**
 * The ways to ask a side, best first. A container is asked from outside, through its published port, and where that
 * gives another answer once more from inside: the server is asked from its own loopback, and many services answer local
 * callers alone (Redis' protected mode, Apache's `Require local`).
 */
export interface Sides {
  server: Side;
  container: Side;
  /** Undefined where there is no way in. */
  inside: Side | undefined;
}
