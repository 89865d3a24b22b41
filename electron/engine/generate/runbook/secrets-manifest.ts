import { stringify } from 'yaml';
import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { SECRETS_MANIFEST, secretEnvironmentFile } from '../../bundle/layout.ts';
import { evidenceOf } from '../evidence-of.ts';
import { type GeneratedFile, textFile } from '../generated-file.ts';
import { commentText } from '../one-line.ts';
import { requireVariable } from '../plan-checks.ts';
import { fileSecrets } from '../secret-mounts.ts';

const HEADER = `# The secrets of these services: names and places, never values. Git ignores the files that hold them.
`;

/** The manifest, and for each workload with secret variables the form of its file, without values. */
export function secretFiles(plan: Plan, evidence: ReadonlyMap<string, WorkloadEvidence>): [string, GeneratedFile][] {
  const secrets = plan.workloads.flatMap((workload) => describe(workload, evidenceOf(evidence, workload)));
  const examples = plan.workloads.filter((workload) => variablesOf(workload).length > 0).map(example);
  return [
    [SECRETS_MANIFEST, textFile(HEADER + stringify({ secrets }, { lineWidth: 0, compat: 'yaml-1.1' }))],
    ...examples,
  ];
}

function describe(workload: Workload, evidence: WorkloadEvidence): Record<string, string>[] {
  const variables = variablesOf(workload).map(({ name, variable, reason }) => ({
    name,
    workload: workload.name,
    kind: 'environment',
    file: secretEnvironmentFile(workload.name),
    variable: requireVariable(variable),
    reason,
  }));
  const files = fileSecrets(workload, evidence).map(({ name, path, source, reason }) => ({
    name,
    workload: workload.name,
    kind: 'file',
    file: source,
    path,
    reason,
  }));
  return [...variables, ...files];
}

function example(workload: Workload): [string, GeneratedFile] {
  const lines = variablesOf(workload).map(({ variable, reason }) => `# ${commentText(reason)}\n${variable}=''`);
  const target = secretEnvironmentFile(workload.name);
  return [`${target}.example`, textFile([`# Fill in and save as ${target}.`, ...lines].join('\n\n'))];
}

function variablesOf(workload: Workload) {
  return workload.secrets.flatMap((secret) => (secret.kind === 'env' ? [secret] : []));
}
