import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { plural } from '../../../../../shared/text/plural.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { MaskContext } from '../../masking/explain.ts';
import { isText, matchBytes } from '../../masking/match-bytes.ts';
import { matchText } from '../../masking/match-text.ts';
import type { Greeting } from './read-greeting.ts';

export type GreetingComparison = Pick<ParityCheck, 'outcome' | 'detail' | 'leftOut'>;

/** Compares what the container says first with what the server said, several times over. */
export function compareGreetings(
  samples: readonly Greeting[],
  container: Greeting,
  context: MaskContext,
): GreetingComparison {
  const closed = new Set(samples.map((sample) => sample.closed));
  if (!closed.has(container.closed)) {
    const detail = container.closed
      ? sentence`The connection stays open on the server and is closed in the container.`
      : sentence`The connection is closed on the server and stays open in the container.`;
    return { outcome: 'different', detail };
  }
  if ([...samples, container].every((one) => one.bytes.length === 0)) {
    return { outcome: 'not-compared', detail: sentence`Both accept a connection and say nothing by themselves.` };
  }
  const all = [...samples, container].map((one) => one.bytes);
  return all.every(isText) ? compareTexts(samples, container, context) : compareBinary(samples, container);
}

function compareTexts(samples: readonly Greeting[], container: Greeting, context: MaskContext): GreetingComparison {
  const texts = samples.map((sample) => sample.bytes.toString('utf8'));
  const match = matchText(texts, container.bytes.toString('utf8'), context);
  switch (match.outcome) {
    case 'same':
      return { outcome: 'same', detail: '', leftOut: match.masked };
    case 'different':
      return { outcome: 'different', detail: sentence`Line ${match.line} differs.` };
    case 'unclear':
      return { outcome: 'not-compared', detail: sentence`The server's own greetings have nothing in common.` };
  }
}

function compareBinary(samples: readonly Greeting[], container: Greeting): GreetingComparison {
  const bytes = samples.map((sample) => sample.bytes);
  const match = matchBytes(bytes, container.bytes);
  switch (match.outcome) {
    case 'same':
      return { outcome: 'same', detail: '', leftOut: bytesLeftOut(match.masked) };
    case 'different':
      return { outcome: 'different', detail: sentence`The bytes differ.` };
    case 'unclear':
      return { outcome: 'not-compared', detail: sentence`The server's own greetings have nothing in common.` };
  }
}

function bytesLeftOut(count: number): string[] {
  const said = plural(count, {
    one: sentence`${count} byte that varies on the server`,
    other: sentence`${count} bytes that vary on the server`,
  });
  return count === 0 ? [] : [said];
}
