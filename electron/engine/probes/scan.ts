import type { Facts, Gap } from '../../../shared/model/facts.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { JobContext } from '../job-context.ts';
import type { RemoteHost } from '../remote/remote-host.ts';
import { type Answers, answersOf, betterOf, lanesWith } from './answers.ts';
import { assembleFacts } from './assemble/facts.ts';
import { lateProbes, lossesOf } from './losses.ts';
import type { Access, Probe } from './probe.ts';
import { groups, lanes, type ProbeName, type ProbeValues, partOf, probes } from './registry.ts';
import { readProbe } from './wire/read-probe.ts';
import { runParts } from './wire/run.ts';

/** Times the usual limit for a probe that ran out of it. */
const patience = 2;

/**
 * Reads everything about a server in one exec, and in a second one, where a probe ran out of time, that probe again.
 * What cannot be read stands in `gaps`, and a probe that stays lost is a warning too; only a server that runs no shell,
 * sends nonsense or goes away makes it fail (`server.*`).
 */
export async function scan(host: RemoteHost, job: JobContext): Promise<Facts> {
  const total = Object.keys(probes).length;
  const onProgress = (done: number) =>
    job.emit({ type: 'progress', step: 'scan', done: groups.slice(0, done).flat().length, total, unit: 'probes' });
  onProgress(0);
  const parts = lanes.map((lane) => lane.map((group) => partOf(group)));
  const result = await runParts(host, parts, { signal: job.signal, onProgress });
  const { values, gaps } = await completed(answersOf(result), host, job);
  for (const text of lossesOf(gaps)) job.emit({ type: 'warning', step: 'scan', text });
  return assembleFacts(values, gaps, { at: new Date(), access: accessOf(result.uid, host) });
}

interface Told {
  values: ProbeValues;
  gaps: Gap[];
}

/** What the probes told, those that ran out of time once more asked: a server is busy for a while, not for good. */
async function completed(first: Answers, host: RemoteHost, job: JobContext): Promise<Told> {
  const told = readAll(first);
  const late = lanesWith(lateProbes(told.gaps).filter(isWorthAnother));
  if (late.length === 0) return told;
  const again = late.flat();
  job.emit({ type: 'log', step: 'scan', text: sentence`Out of time, asked once more: ${again.flat().join(', ')}` });
  const parts = late.map((lane) => lane.map((group) => partOf(group, patience)));
  const second = await runParts(host, parts, { signal: job.signal });
  return readAll(betterOf(first, answersOf(second, again)));
}

function isWorthAnother(name: string): boolean {
  return Object.values<Pick<Probe<unknown>, 'name' | 'askOnce'>>(probes).some(
    (probe) => probe.name === name && probe.askOnce !== true,
  );
}

/** Parses every probe's answer. */
function readAll(answers: Answers): Told {
  const gaps: Gap[] = [];
  const read = <Name extends ProbeName>(name: Name): ProbeValues[Name] => {
    const parsed = readProbe<ProbeValues[Name]>(probes[name], answers.get(name));
    gaps.push(...parsed.gaps);
    return parsed.value;
  };
  const values: ProbeValues = {
    system: read('system'),
    processes: read('processes'),
    sockets: read('sockets'),
    units: read('units'),
    starters: read('starters'),
    packages: read('packages'),
    identities: read('identities'),
    mounts: read('mounts'),
    surroundings: read('surroundings'),
    files: read('files'),
    languages: read('languages'),
  };
  return { values, gaps };
}

function accessOf(uid: number, host: RemoteHost): Access {
  if (uid !== 0) return 'user';
  return host.privilege === 'sudo' ? 'sudo' : 'root';
}
