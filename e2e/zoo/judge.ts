import type { WorkloadResult } from '../../shared/model/result.ts';
import type { Answer } from '../lab/ask/ask-all.ts';
import type { LabServer } from '../lab/server.ts';
import type { Migration } from './migrate.ts';

/** What is wrong with a migration by its own account: an error, a workload that is missing or not equivalent. */
export function judgeResult(server: LabServer, migration: Migration): string[] {
  if (migration.result === undefined) return [`exit code ${migration.exitCode}: ${migration.said || 'no result'}`];
  const { workloads } = migration.result;
  const missing = server.workloads
    .filter(
      ({ like, ports }) => !workloads.some((workload) => like.test(wordsOf(workload)) && listens(workload, ports)),
    )
    .map(({ like, ports }) => `no workload like ${like} that listens on ${ports.join(', ') || 'nothing'}`);
  const unequal = workloads
    .filter((workload) => workload.verdict !== 'equivalent')
    .map((workload) => `${workload.name} is ${workload.verdict}: ${workload.reasons.join('; ')}`);
  const code = migration.exitCode === 0 ? [] : [`exit code ${migration.exitCode}: ${migration.said}`];
  return [...missing, ...unequal, ...code];
}

/** The questions that server and containers did not answer alike, or not as the lab's source says. */
export function judgeAnswers(fromServer: readonly Answer[], fromContainers: readonly Answer[]): string[] {
  return fromServer.flatMap((answer, index) => {
    const other = fromContainers[index];
    if (!answer.expected) return [`${answer.question.name}: the server itself says ${cut(answer.text)}`];
    if (other?.text === answer.text) return [];
    return [
      `${answer.question.name}: the server says ${cut(answer.text)}, the container ${cut(other?.text ?? 'nothing')}`,
    ];
  });
}

function wordsOf(workload: WorkloadResult): string {
  return `${workload.name} ${workload.stack}`;
}

function listens(workload: WorkloadResult, ports: readonly number[]): boolean {
  return ports.every((port) => workload.ports.some((published) => published.container === port));
}

function cut(text: string): string {
  const line = JSON.stringify(text);
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
