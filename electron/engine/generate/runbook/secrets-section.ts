import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { secretEnvironmentFile } from '../../bundle/layout.ts';
import { evidenceOf } from '../evidence-of.ts';
import { type Language, translated } from '../language/phrase.ts';
import { fileSecrets } from '../secret-mounts.ts';
import { inlineCode, markdownText, table } from './markdown.ts';
import { WORDS } from './words.ts';

type Evidence = ReadonlyMap<string, WorkloadEvidence>;

interface Secret {
  kind: 'file' | 'env';
  workload: string;
  name: string;
  file: string;
  reason: string;
}

/** What the runbook says before the first start; nothing where there are no secrets. */
export function prepareSection(plan: Plan, evidence: Evidence, language: Language): string {
  return secretsOf(plan, evidence).length === 0 ? '' : WORDS.prepare[language];
}

/** Which secrets there are, where they go and what form they have. */
export function secretsSection(plan: Plan, evidence: Evidence, language: Language): string {
  const secrets = secretsOf(plan, evidence);
  if (secrets.length === 0) return WORDS.noSecrets[language];
  const head = [WORDS.service, WORDS.secret, WORDS.writeTo, WORDS.whatFor].map((word) => word[language]);
  const rows = secrets.map(({ workload, name, file, reason }) => [
    inlineCode(workload),
    inlineCode(name),
    inlineCode(file),
    markdownText(translated(reason, language)),
  ]);
  return [
    WORDS.secretsIgnored[language],
    table(head, rows),
    ...(secrets.some(({ kind }) => kind === 'env') ? [WORDS.secretVariables[language]] : []),
    ...(secrets.some(({ kind }) => kind === 'file') ? [WORDS.secretFiles[language]] : []),
  ].join('\n\n');
}

function secretsOf(plan: Plan, evidence: Evidence): Secret[] {
  return plan.workloads.flatMap((workload) => [
    ...variables(workload),
    ...fileSecrets(workload, evidenceOf(evidence, workload)).map(
      ({ path, source, reason }): Secret => ({
        kind: 'file',
        workload: workload.name,
        name: path,
        file: source,
        reason,
      }),
    ),
  ]);
}

function variables({ name, secrets }: Workload): Secret[] {
  const file = secretEnvironmentFile(name);
  return secrets.flatMap((secret): Secret[] =>
    secret.kind === 'env' ? [{ kind: 'env', workload: name, name: secret.variable, file, reason: secret.reason }] : [],
  );
}
