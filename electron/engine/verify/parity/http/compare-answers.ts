import { sentence } from '../../../../../shared/text/sentence.ts';
import type { MaskContext } from '../../masking/explain.ts';
import type { HttpAnswer } from './answer.ts';
import { compareBodies } from './compare-bodies.ts';
import { compareHeaders, type Differences } from './compare-headers.ts';

export interface AnswerComparison extends Differences {
  outcome: 'same' | 'different' | 'not-compared';
}

/**
 * Compares the container's answer with several answers of the server to the same request. The samples show what varies
 * on the server itself: that, and nothing else, may vary in the container.
 */
export function compareAnswers(
  samples: readonly HttpAnswer[],
  container: HttpAnswer,
  context: MaskContext,
): AnswerComparison {
  const headers = compareHeaders(samples, container, context);
  const body = compareBodies(samples, container, context);
  const differences = [
    ...compareStatus(samples, container),
    ...compareCertificates(samples, container),
    ...headers.differences,
    ...body.differences,
  ];
  const outcome = differences.length > 0 ? 'different' : body.unclear ? 'not-compared' : 'same';
  return { outcome, differences, masked: [...headers.masked, ...body.masked] };
}

function compareStatus(samples: readonly HttpAnswer[], container: HttpAnswer): string[] {
  const seen = [...new Set(samples.map((answer) => answer.status))];
  if (seen.includes(container.status)) return [];
  return [sentence`status: ${seen.join(' or ')} on the server, ${container.status} in the container`];
}

function compareCertificates(samples: readonly HttpAnswer[], container: HttpAnswer): string[] {
  const known = samples.flatMap((answer) => answer.certificate ?? []);
  const own = container.certificate;
  if (own === undefined || known.length === 0 || known.some((one) => one.fingerprint === own.fingerprint)) return [];
  return [
    sentence`certificate: ${known.at(-1)?.subject} on the server, ${own.subject} with another fingerprint in the container`,
  ];
}
