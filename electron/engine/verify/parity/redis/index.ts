import type { ParityProbe, Workload } from '../../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { JobContext } from '../../../job-context.ts';
import type { Asked } from '../../connect/side.ts';
import type { ParityProtocol, ParitySubject } from '../parity-protocol.ts';
import { askRedis } from './ask-redis.ts';
import { compareInfo, comparePing, type RedisComparison } from './compare-replies.ts';
import type { Reply } from './resp.ts';

type RedisProbe = Extract<ParityProbe, { kind: 'redis' }>;

export const redisProtocol: ParityProtocol = {
  id: 'redis',
  proves: true,
  count: (workload) => probesOf(workload).length * comparisons.length,
  compare: compareAll,
};

const comparisons = [
  { id: 'ping', title: 'PING', compare: comparePing },
  { id: 'info', title: sentence`INFO, read-only fields`, compare: compareInfo },
];

function probesOf(workload: Workload): RedisProbe[] {
  return workload.parity.filter((probe) => probe.kind === 'redis');
}

async function* compareAll(subject: ParitySubject, job: JobContext): AsyncIterable<ParityCheck> {
  for (const probe of probesOf(subject.workload)) yield* await compareOne(probe, subject, job);
}

async function compareOne(probe: RedisProbe, subject: ParitySubject, job: JobContext): Promise<ParityCheck[]> {
  const { server, container, inside } = subject.sides;
  const expected = await server.ask(probe.port, askRedis, job.signal);
  const outside = await container.ask(probe.port, askRedis, job.signal);
  const checks = comparisons.map((one) => toCheck(probe, one, judge(expected, outside, one.compare)));
  // Redis' protected mode answers local callers alone, and the server was asked by one.
  if (inside === undefined || checks.every((check) => check.outcome === 'same')) return checks;
  const local = await inside.ask(probe.port, askRedis, job.signal);
  const again = comparisons.map((one) => toCheck(probe, one, judge(expected, local, one.compare)));
  if (again.some((check) => check.outcome !== 'same')) return checks;
  return again.map((check) => ({
    ...check,
    detail: sentence`Asked from inside the container, as the server is. ${check.detail}`,
  }));
}

function judge(
  server: Asked<Reply[]>,
  container: Asked<Reply[]>,
  compare: (server: readonly Reply[], container: readonly Reply[]) => RedisComparison,
): RedisComparison {
  if (server.kind === 'refused') {
    return {
      outcome: 'not-compared',
      server: server.reason,
      container: '',
      detail: sentence`The server gave no answer.`,
    };
  }
  if (container.kind === 'refused') {
    return {
      outcome: 'different',
      server: '',
      container: container.reason,
      detail: sentence`The container gave no answer.`,
    };
  }
  return compare(server.answer, container.answer);
}

function toCheck(probe: RedisProbe, one: { id: string; title: string }, result: RedisComparison): ParityCheck {
  return {
    id: `redis:${probe.port}:${one.id}`,
    protocol: 'redis',
    title: sentence`Redis ${one.title} on port ${probe.port}`,
    ...result,
  };
}
