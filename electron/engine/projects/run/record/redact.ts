import type { ErrorData } from '../../../../../shared/errors.ts';
import type { JobEvent } from '../../../../../shared/model/events.ts';
import type { Recorded } from '../../../../../shared/model/run-record.ts';
import { withoutSecrets } from '../../../../local/without-secrets.ts';
import { type KnownSecret, needlesOf } from '../../../bundle/secret-needles.ts';

/** Of one event: a program that prints its memory is not worth more. */
const mostCharacters = 8192;

/** Takes out of what is kept of a run the secrets that are known, and what looks like one. */
export function createRedaction(): { hide(secrets: readonly KnownSecret[]): void; redact(entry: Recorded): Recorded } {
  /** The longest first: one may hold another, and would show what is left of it. */
  let hidden: string[] = [];
  const clean = (text: string): string => {
    const rest = hidden.reduce((shown, secret) => shown.replaceAll(secret, '•••'), text);
    // Cut at the end: half a secret is not recognized.
    return withoutSecrets(rest).slice(0, mostCharacters);
  };
  return {
    hide(secrets) {
      const found = secrets.flatMap(needlesOf).map(({ bytes }) => bytes.toString());
      hidden = [...new Set([...hidden, ...found])].sort((one, two) => two.length - one.length);
    },
    redact(entry) {
      if (entry.kind === 'told') return { ...entry, event: cleanEvent(entry.event, clean) };
      if (entry.kind === 'begun' || entry.error === undefined) return entry;
      return { ...entry, error: cleanError(entry.error, clean) };
    },
  };
}

function cleanEvent(event: JobEvent, clean: (text: string) => string): JobEvent {
  if (event.type === 'progress') return event;
  if (event.type !== 'repair') return { ...event, text: clean(event.text) };
  const { symptom, change, ...repair } = event.repair;
  return { ...event, repair: { ...repair, symptom: clean(symptom), change: clean(change) } };
}

function cleanError({ code, message, hint }: ErrorData, clean: (text: string) => string): ErrorData {
  return { code, message: clean(message), ...(hint !== undefined && { hint: clean(hint) }) };
}
