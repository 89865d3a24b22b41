import { join } from 'node:path';
import type { MigrationResult, WorkloadResult } from '../../shared/model/result.ts';
import { shellWord } from '../../shared/text/shell-word.ts';
import { formatBytes, formatTable } from './format.ts';
import { printableLine } from './printable.ts';

/** Whether the exit code must say that some workload failed. */
export function workloadsFailed(result: MigrationResult): boolean {
  return result.workloads.some((workload) => workload.verdict === 'failed');
}

/** A migration's, build's or verification's result for a person. */
export function resultText({ bundle, workloads, warnings = [] }: MigrationResult): string {
  const careful = warnings.map((warning) => printableLine(`warning: ${warning}`));
  if (workloads.length === 0) return ['Nothing to migrate was found.', ...careful, '', `Bundle  ${bundle}`].join('\n');
  const rows = workloads.map((workload) => [
    workload.name,
    workload.stack,
    workload.fit.grade,
    workload.verdict,
    workload.sizeBytes === undefined ? '-' : formatBytes(workload.sizeBytes),
    workload.image ?? '-',
  ]);
  const notes = [...careful, ...workloads.flatMap(noteLines)];
  return [
    formatTable([['SERVICE', 'STACK', 'FIT', 'VERDICT', 'SIZE', 'IMAGE'], ...rows]),
    ...(notes.length === 0 ? [] : ['', ...notes]),
    '',
    formatTable(whereRows(bundle, workloads)),
  ].join('\n');
}

function noteLines({ name, repairs, reasons }: WorkloadResult): string[] {
  return [
    ...repairs.map(({ symptom, change }) => `${name}: repaired: ${symptom} → ${change}`),
    ...reasons.map((reason) => `${name}: ${reason}`),
  ].map(printableLine);
}

/** What a person does next. */
function whereRows(bundle: string, workloads: WorkloadResult[]): string[][] {
  const wasRun = workloads.some(({ verdict }) => verdict !== 'skipped');
  return [
    ['Bundle', bundle],
    ...(wasRun ? [['Proof', join(bundle, 'parity.html')]] : []),
    ['Run it', `cd ${shellWord(bundle)} && docker compose up --build`],
  ];
}
