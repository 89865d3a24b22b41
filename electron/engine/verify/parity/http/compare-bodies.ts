import { createHash } from 'node:crypto';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { MaskContext } from '../../masking/explain.ts';
import { isText } from '../../masking/match-bytes.ts';
import { matchText } from '../../masking/match-text.ts';
import { BODY_LIMIT, type HttpAnswer, TEXT_LIMIT } from './answer.ts';
import type { Differences } from './compare-headers.ts';

export type BodyComparison = Differences & {
  /** The server's own answers have nothing in common: there is nothing to compare with. */
  unclear: boolean;
};

export function compareBodies(
  samples: readonly HttpAnswer[],
  container: HttpAnswer,
  context: MaskContext,
): BodyComparison {
  const all = [...samples, container];
  const asText = all.every((answer) => answer.body.length <= TEXT_LIMIT && !answer.cut && isText(answer.body));
  return asText ? compareTexts(samples, container, context) : compareHashes(samples, container);
}

function compareTexts(samples: readonly HttpAnswer[], container: HttpAnswer, context: MaskContext): BodyComparison {
  const texts = samples.map((answer) => answer.body.toString('utf8'));
  const match = matchText(texts, container.body.toString('utf8'), context);
  if (match.outcome === 'same')
    return { differences: [], masked: match.masked.map((one) => sentence`body ${one}`), unclear: false };
  if (match.outcome === 'unclear')
    return { differences: [], masked: [sentence`body: varies as a whole on the server`], unclear: true };
  const show = (line: string) => JSON.stringify(line.length > 200 ? `${line.slice(0, 200)}…` : line);
  const difference = sentence`body line ${match.line}: ${show(match.server)} on the server, ${show(match.container)} in the container`;
  return { differences: [difference], masked: [], unclear: false };
}

function compareHashes(samples: readonly HttpAnswer[], container: HttpAnswer): BodyComparison {
  const hashes = new Set(samples.map(hashOf));
  if (hashes.size > 1)
    return { differences: [], masked: [sentence`body: varies on the server and is no text`], unclear: true };
  const cut = samples.some((answer) => answer.cut) || container.cut;
  const masked = cut ? [sentence`body: only the first ${BODY_LIMIT / 1024 / 1024} MB were compared`] : [];
  if (hashes.has(hashOf(container))) return { differences: [], masked, unclear: false };
  return { differences: [sentence`body: the bytes differ`], masked, unclear: false };
}

function hashOf(answer: HttpAnswer): string {
  return createHash('sha256').update(answer.body).digest('hex');
}
