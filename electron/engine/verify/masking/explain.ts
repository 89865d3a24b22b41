import { sentence } from '../../../../shared/text/sentence.ts';
import type { Atom } from './atoms.ts';
import { clockDistance, readClock } from './clock.ts';

/** What is known of the moment and the way of asking; it decides which stable differences are no difference. */
export interface MaskContext {
  /** When the container was asked, in milliseconds since the epoch. */
  now: number;
  /** What the server's wall clock is ahead of UTC, in minutes. */
  zoneOffsetMinutes: number;
}

const MINUTE = 60_000;
/** Clocks of server and Docker host may be this far apart before a difference counts, as it does with a wrong zone. */
const CLOCK_SKEW = 10 * MINUTE;
/** The container was started for this very proof. */
const RECENT = 60 * MINUTE;
/** No wall clock is farther from UTC. */
const FARTHEST_ZONE = 15 * 60 * MINUTE;

const processLabel = /\b(?:p?pid|process(?: id)?|uptime|up|elapsed|remote_port)\W{0,12}$/i;
const identifierLabel = /(?:id|session|nonce|token|trace|request|instance|boot|csrf)\W{0,12}$/i;

/** Why a clock that runs on the server may read differently in the container; undefined where it may not. */
export function explainRunningClock(server: string, container: string): string | undefined {
  const [left, right] = [readClock(server), readClock(container)];
  if (left === undefined || right === undefined) return undefined;
  return clockDistance(left, right) <= CLOCK_SKEW ? sentence`clock` : undefined;
}

/**
 * Why an atom that stands still on the server may differ in the container all the same; undefined where it is a
 * difference. `before` is the line up to the atom: its label.
 */
export function explainStable(before: string, server: Atom, container: Atom, context: MaskContext): string | undefined {
  if (server.kind !== container.kind) return undefined;
  switch (server.kind) {
    case 'clock':
      return explainStandingClock(server.text, container.text, context);
    case 'number':
      return processLabel.test(before) ? sentence`process id or uptime` : undefined;
    case 'uuid':
    case 'hex':
      return identifierLabel.test(before) ? sentence`identifier` : undefined;
    case 'address':
      return isCallPath(server.text, container.text) ? sentence`address of the two ends of the request` : undefined;
    default:
      return undefined;
  }
}

/** A clock that shows no seconds stands still for a while; a time of start is the container's own. */
function explainStandingClock(server: string, container: string, context: MaskContext): string | undefined {
  const reading = readClock(server);
  const isOfToday = reading?.kind === 'moment' && Math.abs(context.now - reading.milliseconds) < FARTHEST_ZONE;
  if (isOfToday && explainRunningClock(server, container) !== undefined) return sentence`clock`;
  return isRecent(container, context) ? sentence`time of start` : undefined;
}

function isRecent(text: string, context: MaskContext): boolean {
  const reading = readClock(text);
  if (reading?.kind !== 'moment') return false;
  return [0, context.zoneOffsetMinutes].some((offset) => {
    const age = context.now + offset * MINUTE - reading.milliseconds;
    return age > -CLOCK_SKEW && age < RECENT;
  });
}

/** The server is asked from its own loopback, the container from its bridge: pages that show the caller differ there. */
function isCallPath(server: string, container: string): boolean {
  return (
    /^(?:127\.|::1$)/.test(server) && /^(?:127\.|::1$|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(container)
  );
}
