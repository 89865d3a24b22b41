import type { Facts, Gap } from '../../../shared/model/facts.ts';
import type { JobContext } from '../job-context.ts';
import type { RemoteHost } from '../remote/remote-host.ts';
import { assembleFacts } from './assemble/facts.ts';
import type { Access, Probe } from './probe.ts';
import { groups, type ProbeValues, partOf, probes } from './registry.ts';
import { type Frame, splitFrame } from './wire/frames.ts';
import { readProbe } from './wire/read-probe.ts';
import { type RunResult, runParts } from './wire/run.ts';

/**
 * Reads everything about a server in one exec. What cannot be read stands in `gaps`; only a server that runs no shell,
 * sends nonsense or goes away makes it fail (`server.*`).
 */
export async function scan(host: RemoteHost, job: JobContext): Promise<Facts> {
  const total = Object.keys(probes).length;
  const onProgress = (done: number) =>
    job.emit({ type: 'progress', step: 'scan', done: groups.slice(0, done).flat().length, total, unit: 'probes' });
  onProgress(0);
  const result = await runParts(host, groups.map(partOf), { signal: job.signal, onProgress });
  const { values, gaps } = readAll(result);
  return assembleFacts(values, gaps, { at: new Date(), access: accessOf(result.uid, host) });
}

/** Parses every probe's frame. */
export function readAll(result: Pick<RunResult, 'frames' | 'secrets'>): { values: ProbeValues; gaps: Gap[] } {
  const frames = framesByProbe(result);
  const gaps: Gap[] = [];
  const read = <T>(probe: Probe<T>): T => {
    const parsed = readProbe(probe, frames.get(probe.name), result.secrets);
    gaps.push(...parsed.gaps);
    return parsed.value;
  };
  const values: ProbeValues = {
    system: read(probes.system),
    processes: read(probes.processes),
    sockets: read(probes.sockets),
    units: read(probes.units),
    starters: read(probes.starters),
    packages: read(probes.packages),
    identities: read(probes.identities),
    mounts: read(probes.mounts),
    surroundings: read(probes.surroundings),
    files: read(probes.files),
    languages: read(probes.languages),
  };
  return { values, gaps };
}

function framesByProbe({ frames, secrets }: Pick<RunResult, 'frames' | 'secrets'>): Map<string, Frame> {
  const own = groups.flatMap((group) => {
    const part = partOf(group);
    const frame = frames.find(({ name }) => name === part.name);
    return splitFrame(frame, group, secrets.mark, part.bytes);
  });
  return new Map(own.map((frame) => [frame.name, frame]));
}

function accessOf(uid: number, host: RemoteHost): Access {
  if (uid !== 0) return 'user';
  return host.privilege === 'sudo' ? 'sudo' : 'root';
}
