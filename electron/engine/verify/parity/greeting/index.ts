import type { ParityProbe, Workload } from '../../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { JobContext } from '../../../job-context.ts';
import type { Asked, Side } from '../../connect/side.ts';
import { printableBytes } from '../../masking/match-bytes.ts';
import { httpProtocol } from '../http/index.ts';
import { maskContext } from '../mask-context.ts';
import type { ParityProtocol, ParitySubject } from '../parity-protocol.ts';
import { compareGreetings, type GreetingComparison } from './compare-greetings.ts';
import { type Greeting, readGreeting } from './read-greeting.ts';

type GreetingProbe = Extract<ParityProbe, { kind: 'greeting' }>;

/** Of checks that show a service to be there without proving its answers. */
export const handshakeProtocol = 'handshake';

/** As a report shows it. */
const nothingSaid = '(silent)';
const PAUSE_MILLISECONDS = 1_100;
/** What the server says the container is given time to say: from inside, it is heard once the exchange is over. */
const CONTAINER_PATIENCE = 20_000;

export const greetingProtocol: ParityProtocol = {
  id: 'greeting',
  proves: true,
  count: (workload) => probesOf(workload).length,
  compare: compareAll,
};

function probesOf(workload: Workload): GreetingProbe[] {
  return workload.parity.filter((probe) => probe.kind === 'greeting');
}

async function* compareAll(subject: ParitySubject, job: JobContext): AsyncIterable<ParityCheck> {
  for (const probe of probesOf(subject.workload)) {
    const check = await compareOne(probe, subject, job);
    yield probe.perhapsHttp && isSilent(check) ? await compareOverHttp(probe, check, subject, job) : check;
  }
}

/** Whether it waits on the server to be asked, and in the container too. */
function isSilent(check: ParityCheck): boolean {
  return check.outcome === 'not-compared' && check.server === nothingSaid;
}

/** What it answers over HTTP; where it does not on the server, the check that there is already. */
async function compareOverHttp(
  { port, reason }: GreetingProbe,
  silent: ParityCheck,
  subject: ParitySubject,
  job: JobContext,
): Promise<ParityCheck> {
  const parity = [{ kind: 'http' as const, port, tls: false, path: '/', reason }];
  const workload = { ...subject.workload, parity };
  for await (const check of httpProtocol.compare({ ...subject, workload }, job))
    if (check.outcome !== 'not-compared') return check;
  return silent;
}

async function compareOne(probe: GreetingProbe, subject: ParitySubject, job: JobContext): Promise<ParityCheck> {
  const { server, container, inside } = subject.sides;
  const first = await listen(server, probe, job);
  if (first.kind === 'refused') {
    return toCheck(probe, first, undefined, {
      outcome: 'not-compared',
      detail: sentence`The server refused the connection: ${first.reason}`,
    });
  }
  const samples = await sampleAgain(first.answer, probe, subject, job);
  let result: ParityCheck | undefined;
  for (const side of inside === undefined ? [container] : [container, inside]) {
    const answer = await listen(side, probe, job, first.answer.bytes.length > 0 ? CONTAINER_PATIENCE : undefined);
    const check = toCheck(probe, first, answer, judge(samples, answer, subject));
    if (check.outcome === 'same') return check;
    result ??= check;
  }
  return result ?? toCheck(probe, first, undefined, { outcome: 'not-compared', detail: '' });
}

/** A service that says nothing the first time is not bothered a second time. */
async function sampleAgain(
  first: Greeting,
  probe: GreetingProbe,
  subject: ParitySubject,
  job: JobContext,
): Promise<Greeting[]> {
  const samples = [first];
  for (let count = 0; count < 2 && first.bytes.length > 0; count++) {
    await subject.timing.wait(PAUSE_MILLISECONDS, job.signal);
    const again = await listen(subject.sides.server, probe, job);
    if (again.kind === 'answered') samples.push(again.answer);
  }
  return samples;
}

function judge(samples: readonly Greeting[], answer: Asked<Greeting>, subject: ParitySubject): GreetingComparison {
  if (answer.kind === 'refused')
    return { outcome: 'different', detail: sentence`The container refused the connection.` };
  return compareGreetings(samples, answer.answer, maskContext(subject));
}

function listen(side: Side, probe: GreetingProbe, job: JobContext, patience?: number): Promise<Asked<Greeting>> {
  const question = probe.say === undefined ? undefined : Buffer.from(probe.say, 'hex');
  return side.ask(probe.port, (stream) => readGreeting(stream, question, patience), job.signal);
}

function toCheck(
  probe: GreetingProbe,
  server: Asked<Greeting>,
  container: Asked<Greeting> | undefined,
  result: GreetingComparison,
): ParityCheck {
  return {
    id: `greeting:${probe.port}`,
    protocol: probe.handshake ? handshakeProtocol : 'greeting',
    title: probe.say === undefined ? sentence`Greeting on port ${probe.port}` : sentence`Answer on port ${probe.port}`,
    server: show(server),
    container: container === undefined ? '' : show(container),
    ...result,
  };
}

function show(asked: Asked<Greeting>): string {
  if (asked.kind === 'refused') return sentence`refused: ${asked.reason}`;
  const text = asked.answer.bytes.length === 0 ? nothingSaid : printableBytes(asked.answer.bytes);
  return asked.answer.closed ? sentence`${text}\n(closes the connection)` : text;
}
