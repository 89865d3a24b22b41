import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';

/** evidence.json with one entry a line, so that Git shows which file changed. */
export function evidenceJson(evidence: WorkloadEvidence): string {
  const { entries, ...rest } = evidence;
  const head = JSON.stringify(rest, null, 2).replace(/\n}$/, '');
  return `${head},\n  "entries": [\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]\n}\n`;
}
