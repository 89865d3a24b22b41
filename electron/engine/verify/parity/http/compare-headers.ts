import { sentence } from '../../../../../shared/text/sentence.ts';
import type { MaskContext } from '../../masking/explain.ts';
import { matchLine } from '../../masking/match-line.ts';
import type { HttpAnswer } from './answer.ts';

export interface Differences {
  differences: string[];
  /** What was left out, and why. */
  masked: string[];
}

/** Of the connection, the moment or the body's length, which is compared by the body itself. */
const ignored = new Set([
  'date',
  'age',
  'expires',
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'content-length',
  'trailer',
  'upgrade',
]);

/** Compares the headers that matter; those that vary on the server itself may vary in the container. */
export function compareHeaders(
  samples: readonly HttpAnswer[],
  container: HttpAnswer,
  context: MaskContext,
): Differences {
  const result: Differences = { differences: [], masked: [] };
  for (const name of namesOf([...samples, container])) {
    const seen = samples.map((answer) => combinedValue(answer, name));
    const value = combinedValue(container, name);
    compareHeader(name, seen, value, context, result);
  }
  return result;
}

function namesOf(answers: readonly HttpAnswer[]): string[] {
  const names = new Set(answers.flatMap((answer) => answer.headers.map(([name]) => name)));
  return [...names].filter((name) => !ignored.has(name)).sort();
}

/** Several headers of a name are one value; of cookies only what does not vary by nature. */
function combinedValue(answer: HttpAnswer, name: string): string | undefined {
  const values = answer.headers.filter(([one]) => one === name).map(([, value]) => value);
  if (values.length === 0) return undefined;
  return (name === 'set-cookie' ? values.map(cookieShape).sort() : values).join(', ');
}

/** A cookie's name and attributes; its value and its date belong to one visit. */
export function cookieShape(cookie: string): string {
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
  const kept = attributes.map((attribute) => attribute.replace(/^expires=.*$/i, 'Expires=…'));
  return [`${pair.split('=')[0] ?? ''}=…`, ...kept.sort()].join('; ');
}

function compareHeader(
  name: string,
  seen: readonly (string | undefined)[],
  value: string | undefined,
  context: MaskContext,
  result: Differences,
): void {
  const present = seen.filter((one) => one !== undefined);
  if (present.length < seen.length && present.length > 0) {
    result.masked.push(sentence`header ${name}: not always sent by the server`);
    return;
  }
  if (value === undefined || present.length === 0) {
    if (value !== present.at(-1)) result.differences.push(describe(name, present.at(-1), value));
    return;
  }
  if (name === 'etag' && present.at(-1) !== value) {
    // Apache derives it from the file's time in microseconds, which an image cannot keep; the body is compared itself.
    result.masked.push(sentence`header etag: a name for the content, which is compared itself`);
    return;
  }
  const match = matchLine(present, value, context);
  if (match.same) result.masked.push(...match.masked.map((reason) => sentence`header ${name}: ${reason}`));
  else result.differences.push(describe(name, present.at(-1), value));
}

function describe(name: string, server: string | undefined, container: string | undefined): string {
  const show = (value: string | undefined) => (value === undefined ? 'absent' : JSON.stringify(value));
  return sentence`header ${name}: ${show(server)} on the server, ${show(container)} in the container`;
}
