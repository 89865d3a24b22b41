import type { MaskContext } from '../masking/explain.ts';
import { offsetMinutes } from '../masking/zone.ts';
import type { ParitySubject } from './parity-protocol.ts';

/** The moment of asking, and the server's time zone. */
export function maskContext(subject: ParitySubject): MaskContext {
  const now = subject.timing.now();
  return { now, zoneOffsetMinutes: offsetMinutes(subject.facts.surroundings.timeZone, now) ?? 0 };
}
