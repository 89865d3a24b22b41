import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { secretEnvironmentFile } from '../../bundle/layout.ts';
import { evidenceOf } from '../evidence-of.ts';
import { fileSecrets } from '../secret-mounts.ts';
import { inlineCode, markdownText, table } from './markdown.ts';

const HOW = `A \`.env\` file has one \`NAME='value'\` a line; \`secrets/*.env.example\` show its form. Secret files are mounted with the owner and mode they have here. A service that does not run as root must be able to read them, so the files have mode 0644 and the folder around them keeps everybody else out: after a clone, \`chmod 700 secrets\`. A program that insists on being the owner of its secret will not take one that is mounted like this.`;

/** What the runbook says before the first start; nothing where there are no secrets. */
export function prepareSection(plan: Plan, evidence: ReadonlyMap<string, WorkloadEvidence>): string {
  if (secretRows(plan, evidence).length === 0) return '';
  return 'In a fresh clone, first put the secrets in their places: see [Secrets](#secrets).\n';
}

/** Which secrets there are, where they go and what form they have. */
export function secretsSection(plan: Plan, evidence: ReadonlyMap<string, WorkloadEvidence>): string {
  const rows = secretRows(plan, evidence);
  if (rows.length === 0) return 'These services have none.';
  return [
    'Git ignores what lies in `secrets/`, so a clone has none of it. Fill in before the first start:',
    table(['service', 'secret', 'write it to', 'what for'], rows),
    HOW,
  ].join('\n\n');
}

function secretRows(plan: Plan, evidence: ReadonlyMap<string, WorkloadEvidence>): string[][] {
  return plan.workloads.flatMap((workload) => [
    ...variableRows(workload),
    ...fileSecrets(workload, evidenceOf(evidence, workload)).map(({ name, source, reason }) =>
      row(workload, name, source, reason),
    ),
  ]);
}

function variableRows(workload: Workload): string[][] {
  return workload.secrets.flatMap((secret) =>
    secret.kind === 'env' ? [row(workload, secret.variable, secretEnvironmentFile(workload.name), secret.reason)] : [],
  );
}

function row(workload: Workload, secret: string, file: string, reason: string): string[] {
  return [inlineCode(workload.name), inlineCode(secret), inlineCode(file), markdownText(reason)];
}
