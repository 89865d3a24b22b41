import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { Reply } from './resp.ts';

/** What of INFO is the program's or its configuration's, and not the moment's, the machine's or the data's. */
const comparedFields = [
  'redis_version',
  'redis_build_id',
  'redis_mode',
  'arch_bits',
  'multiplexing_api',
  'tcp_port',
  'config_file',
  'configured_hz',
  'maxmemory',
  'maxmemory_policy',
  'aof_enabled',
  'role',
  'cluster_enabled',
];

export interface RedisComparison {
  outcome: ParityCheck['outcome'];
  server: string;
  container: string;
  detail: string;
}

export function comparePing(server: readonly Reply[], container: readonly Reply[]): RedisComparison {
  const [left, right] = [show(server[0]), show(container[0])];
  const same = left === right;
  return {
    outcome: same ? 'same' : 'different',
    server: left,
    container: right,
    detail: same ? '' : sentence`The reply differs.`,
  };
}

/** An error (NOAUTH, NOPERM) is an answer like another: both must refuse alike. */
export function compareInfo(server: readonly Reply[], container: readonly Reply[]): RedisComparison {
  const [left, right] = [infoOf(server[1]), infoOf(container[1])];
  const differing = [...new Set([...left.keys(), ...right.keys()])].filter(
    (name) => left.get(name) !== right.get(name),
  );
  return {
    outcome: differing.length > 0 ? 'different' : left.size === 0 ? 'not-compared' : 'same',
    server: showFields(left),
    container: showFields(right),
    detail:
      differing.length > 0
        ? sentence`Differs: ${differing.join(', ')}.`
        : sentence`Compared: ${[...left.keys()].join(', ')}; the rest is of the moment, the machine or the data.`,
  };
}

function infoOf(reply: Reply | undefined): Map<string, string> {
  if (reply === undefined) return new Map();
  if (reply.kind === 'error') return new Map([['error', reply.text]]);
  const fields = reply.text.split(/\r?\n/).map((line) => line.split(/:(.*)/s));
  const known = new Map(fields.map(([name = '', value = '']) => [name, value]));
  return new Map(comparedFields.flatMap((name) => (known.has(name) ? [[name, known.get(name) ?? '']] : [])));
}

function show(reply: Reply | undefined): string {
  if (reply === undefined) return sentence`(no reply)`;
  return reply.kind === 'error' ? sentence`error: ${reply.text}` : reply.text;
}

function showFields(fields: Map<string, string>): string {
  return [...fields].map(([name, value]) => `${name}: ${value}`).join('\n');
}
