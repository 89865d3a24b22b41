import type { ParityCheck, WorkloadParity } from '../../../shared/model/result.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { handshakeProtocol } from './parity/greeting/index.ts';
import type { ReportedFailure } from './repair/failure.ts';
import { lineAt, textOf } from './repair/log/log-text.ts';

/** What MySQL and PostgreSQL answer where users, databases or tables are not there, and what WordPress makes of it. */
const complaint =
  /Access denied for user '|Unknown database '|Table '[^'\n]+' doesn't exist|password authentication failed for user "|(?:role|database|relation) "[^"\n]+" does not exist|Error establishing a database connection/;

/** What SQLite answers where its file, or what was in it, is not there. */
const emptyFile = /no such table: \S|unable to open database file/i;

/** How programs say that a file is not there. */
const absent = /no such file|not found|does not exist|NoSuchFile|FileNotFound|ENOENT/i;

/** What hangs on data; how a process was started does not. */
const answers = new Set(['http', 'greeting']);

/**
 * A service that answers otherwise only because its data was not copied is not proven, and not refuted either: it `runs`.
 * It takes the complaint of the service itself, and a volume that starts empty: its own, or that of a database in the pod
 * which is up.
 *
 * @param emptyVolumes the volumes of a workload that start empty, by their paths
 */
export function excuseMissingData(
  pod: readonly WorkloadParity[],
  failures: readonly ReportedFailure[],
  emptyVolumes: (workload: string) => readonly string[],
): WorkloadParity[] {
  const store = pod.find(isEmptyStore);
  return pod.map((one) => {
    const failure = failures.find(({ workload, phase }) => workload === one.workload && phase === 'verify');
    const differing = one.checks.filter(({ outcome }) => outcome === 'different');
    if (failure === undefined || !differing.every(({ protocol }) => answers.has(protocol))) return one;
    const text = textOf(failure);
    const [own, said] = [ownComplaint(text, emptyVolumes(one.workload)), found(text, complaint)];
    if (own !== undefined) return excused(one, sentence`Its own data was not copied: ${own}`);
    if (said === undefined || store === undefined) return one;
    return excused(one, sentence`It works with ${store.workload}, whose data was not copied: ${said}`);
  });
}

function isEmptyStore({ verdict, checks }: WorkloadParity): boolean {
  return (
    verdict !== 'failed' && checks.some((check) => check.protocol === handshakeProtocol && check.outcome === 'same')
  );
}

/** A line that misses what would be in one of the volumes. */
function ownComplaint(text: string, volumes: readonly string[]): string | undefined {
  if (volumes.length === 0) return undefined;
  const line = text.split('\n').find((one) => absent.test(one) && volumes.some((path) => one.includes(`${path}/`)));
  return line?.trim().slice(0, 300) ?? found(text, emptyFile);
}

function found(text: string, said: RegExp): string | undefined {
  const match = said.exec(text);
  return match === null ? undefined : lineAt(text, match.index);
}

function excused(one: WorkloadParity, why: string): WorkloadParity {
  const checks = one.checks.map(
    (check): ParityCheck =>
      check.outcome === 'different' ? { ...check, outcome: 'not-compared', detail: `${why}\n${check.detail}` } : check,
  );
  return { ...one, verdict: 'runs', reasons: [why], checks };
}
