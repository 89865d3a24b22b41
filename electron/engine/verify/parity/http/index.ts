import type { Workload } from '../../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../../shared/model/result.ts';
import type { JobContext } from '../../../job-context.ts';
import type { Asked } from '../../connect/side.ts';
import type { ParityProtocol, ParitySubject } from '../parity-protocol.ts';
import type { HttpAnswer } from './answer.ts';
import type { HttpProbe } from './ask-http.ts';
import { ask, compareProbe, PAUSE_MILLISECONDS } from './compare-probe.ts';
import { toCheck } from './to-check.ts';

export const httpProtocol: ParityProtocol = {
  id: 'http',
  proves: true,
  count: (workload) => probesOf(workload).length,
  compare: compareHttp,
};

function probesOf(workload: Workload): HttpProbe[] {
  return workload.parity.filter((probe) => probe.kind === 'http');
}

/** The server is asked for everything once, and after a pause for everything again: what differs varies by itself. */
async function* compareHttp(subject: ParitySubject, job: JobContext): AsyncIterable<ParityCheck> {
  const asked: { probe: HttpProbe; first: Asked<HttpAnswer> }[] = [];
  for (const probe of probesOf(subject.workload)) {
    asked.push({ probe, first: await ask(subject.sides.server, probe, subject, job) });
  }
  if (asked.some(({ first }) => first.kind === 'answered')) await subject.timing.wait(PAUSE_MILLISECONDS, job.signal);
  for (const { probe, first } of asked) {
    const compared = first.kind === 'answered' ? await compareProbe(probe, first.answer, subject, job) : undefined;
    yield toCheck(probe, first, compared);
  }
}
