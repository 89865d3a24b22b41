import type { MigrationResult, WorkloadResult } from '../../shared/model/result.ts';
import { formatBytes, formatTable } from './format.ts';
import { printableLine } from './printable.ts';

/** Whether the exit code must say that some workload failed. */
export function workloadsFailed(result: MigrationResult): boolean {
  return result.workloads.some((workload) => workload.verdict === 'failed');
}

/** A migration's, build's or verification's result for a person. */
export function resultText(result: MigrationResult): string {
  const rows = result.workloads.map((workload) => [
    workload.name,
    workload.stack,
    `fit ${workload.fit.grade}`,
    workload.verdict,
    workload.sizeBytes === undefined ? '' : formatBytes(workload.sizeBytes),
    workload.image ?? '',
  ]);
  const reasons = result.workloads.flatMap(reasonLines);
  return [
    ...(rows.length === 0 ? ['Nothing to migrate was found.'] : [formatTable(rows)]),
    ...reasons,
    '',
    `Bundle: ${result.bundle}`,
  ].join('\n');
}

function reasonLines(workload: WorkloadResult): string[] {
  return [
    ...workload.repairs.map((repair) => `  ${workload.name}: repaired: ${repair.symptom} → ${repair.change}`),
    ...workload.reasons.map((reason) => `  ${workload.name}: ${reason}`),
  ].map((line) => `  ${printableLine(line)}`);
}
