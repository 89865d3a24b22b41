import { sentence } from '../../../../shared/text/sentence.ts';

/** What a byte comparison says; `masked` counts the positions that vary on the server itself. */
export type BytesMatch = { outcome: 'same'; masked: number } | { outcome: 'different' } | { outcome: 'unclear' };

/**
 * Compares bytes that are no text (a binary handshake) position by position: those that vary among the server's own
 * samples are masked. Samples of different lengths, or with nothing in common, are unclear.
 */
export function matchBytes(samples: readonly Buffer[], container: Buffer): BytesMatch {
  const [first] = samples;
  if (first === undefined || samples.some((sample) => sample.length !== first.length)) return { outcome: 'unclear' };
  if (first.length !== container.length) return { outcome: 'different' };
  let masked = 0;
  for (const [position, byte] of first.entries()) {
    if (samples.some((sample) => sample[position] !== byte)) masked++;
    else if (container[position] !== byte) return { outcome: 'different' };
  }
  return masked === first.length && masked > 0 ? { outcome: 'unclear' } : { outcome: 'same', masked };
}

/** Text as far as it is printable, other bytes as `\xNN`: safe to show and to put into a report. */
export function printableBytes(bytes: Buffer, limit = 400): string {
  const shown = bytes.subarray(0, limit);
  const text = isText(shown) ? shown.toString('utf8') : shown.toString('latin1');
  const escaped = text.replaceAll('\r\n', '\n').replace(/[^\t\n\x20-\x7e\u00a0-\uffff]/g, (character) => {
    return `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`;
  });
  return bytes.length > limit ? sentence`${escaped} … (${bytes.length} bytes)` : escaped;
}

/** No control characters other than white space, and valid UTF-8 (a character cut off at the end is let pass). */
export function isText(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const control = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/;
  return !control.test(text) && !text.slice(0, -1).includes('\ufffd');
}
