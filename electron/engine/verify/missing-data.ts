import type { ParityCheck, WorkloadParity } from '../../../shared/model/result.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { handshakeProtocol } from './parity/greeting/index.ts';
import type { ReportedFailure } from './repair/failure.ts';
import { lineAt, textOf } from './repair/log/log-text.ts';

/** What MySQL and PostgreSQL answer where users, databases or tables are not there, and what WordPress makes of it. */
const complaint =
  /Access denied for user '|Unknown database '|Table '[^'\n]+' doesn't exist|password authentication failed for user "|(?:role|database|relation) "[^"\n]+" does not exist|Error establishing a database connection/;

/** What hangs on data; how a process was started does not. */
const answers = new Set(['http', 'greeting']);

/**
 * A service that answers otherwise only because the database beside it is empty is not proven, and not refuted either:
 * it `runs`. It takes the complaint of the service itself, and a database in the pod that is up and without its data.
 */
export function excuseMissingData(
  pod: readonly WorkloadParity[],
  failures: readonly ReportedFailure[],
): WorkloadParity[] {
  const store = pod.find(isEmptyStore);
  if (store === undefined) return [...pod];
  return pod.map((one) => {
    const failure = failures.find(({ workload, phase }) => workload === one.workload && phase === 'verify');
    const said = failure === undefined ? undefined : complaintIn(failure);
    const differing = one.checks.filter(({ outcome }) => outcome === 'different');
    if (said === undefined || !differing.every(({ protocol }) => answers.has(protocol))) return one;
    return excused(one, sentence`It works with ${store.workload}, whose data was not copied: ${said}`);
  });
}

function isEmptyStore({ verdict, checks }: WorkloadParity): boolean {
  return (
    verdict !== 'failed' && checks.some((check) => check.protocol === handshakeProtocol && check.outcome === 'same')
  );
}

function complaintIn(failure: ReportedFailure): string | undefined {
  const text = textOf(failure);
  const match = complaint.exec(text);
  return match === null ? undefined : lineAt(text, match.index);
}

function excused(one: WorkloadParity, why: string): WorkloadParity {
  const checks = one.checks.map(
    (check): ParityCheck =>
      check.outcome === 'different' ? { ...check, outcome: 'not-compared', detail: `${why}\n${check.detail}` } : check,
  );
  return { ...one, verdict: 'runs', reasons: [why], checks };
}
