import { greetingProtocol } from './greeting/index.ts';
import { httpProtocol } from './http/index.ts';
import type { ParityProtocol } from './parity-protocol.ts';
import { processProtocol } from './process/index.ts';
import { redisProtocol } from './redis/index.ts';

/** Every protocol that compares a running container with the server, in the order in which they are asked. */
export const parityProtocols: readonly ParityProtocol[] = [
  httpProtocol,
  redisProtocol,
  greetingProtocol,
  processProtocol,
];

/** Ids of the protocols whose sameness proves that the service answers as it did. */
export const provingProtocols: ReadonlySet<string> = new Set(
  parityProtocols.filter((protocol) => protocol.proves).map((protocol) => protocol.id),
);
