import type { JobContext } from '../../../job-context.ts';
import type { Asked, Side } from '../../connect/side.ts';
import { maskContext } from '../mask-context.ts';
import type { ParitySubject } from '../parity-protocol.ts';
import type { HttpAnswer } from './answer.ts';
import { askHttp, type HttpProbe } from './ask-http.ts';
import { type AnswerComparison, compareAnswers } from './compare-answers.ts';

/** A clock that shows seconds must have moved on between two samples of the same page. */
export const PAUSE_MILLISECONDS = 1_100;

export interface ComparedAnswer {
  container: Asked<HttpAnswer>;
  /** Undefined where the container gave no answer. */
  comparison: AnswerComparison | undefined;
  /** The container was asked from its own loopback, since from outside it answers something else. */
  fromInside: boolean;
}

export function ask(side: Side, probe: HttpProbe, subject: ParitySubject, job: JobContext): Promise<Asked<HttpAnswer>> {
  const host = hostHeader(probe, subject.serverName);
  return side.ask(probe.port, (stream) => askHttp(stream, probe, host), job.signal);
}

/**
 * Samples the server a second time and compares. Where that is not the same, once more with a third sample: the first
 * request may have warmed something up, and slow variation shows late. At last from inside the container.
 */
export async function compareProbe(
  probe: HttpProbe,
  first: HttpAnswer,
  subject: ParitySubject,
  job: JobContext,
): Promise<ComparedAnswer> {
  const { server, container, inside } = subject.sides;
  const samples = [first];

  async function round(side: Side): Promise<ComparedAnswer> {
    const again = await ask(server, probe, subject, job);
    if (again.kind === 'answered') samples.push(again.answer);
    const answer = await ask(side, probe, subject, job);
    const comparison =
      answer.kind === 'answered' ? compareAnswers(samples, answer.answer, maskContext(subject)) : undefined;
    return { container: answer, comparison, fromInside: side === inside };
  }

  const once = await round(container);
  if (once.comparison?.outcome === 'same') return once;
  await subject.timing.wait(PAUSE_MILLISECONDS, job.signal);
  const twice = await round(container);
  if (inside === undefined || twice.comparison?.outcome === 'same') return twice;
  const local = await round(inside);
  return local.comparison?.outcome === 'same' ? local : twice;
}

/** With the port, unless it is the scheme's own (RFC 9110, 7.2). */
function hostHeader(probe: HttpProbe, serverName: string): string {
  const host = probe.host ?? serverName;
  const usual = probe.tls ? 443 : 80;
  return probe.port === usual || host.includes(':') ? host : `${host}:${probe.port}`;
}
