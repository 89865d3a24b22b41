import type { Facts } from '../../../shared/model/facts.ts';
import type { Workload } from '../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../shared/model/result.ts';
import { withoutArgumentSecrets } from '../plan/secrets/argument-secrets.ts';
import { parseEnvironmentFile } from '../plan/secrets/environment-file.ts';
import { whySecretPath, whySecretVariable } from '../plan/secrets/find-secrets.ts';

/** Shorter values are words that stand in any page. */
const SHORTEST = 4;
const HIDDEN = '•••';

/**
 * Values that must not stand in a report, which goes into Git: of the workload's secret variables, of what looks like
 * one, and of the secret files whose content is known.
 */
export function secretValuesOf(workload: Workload, facts: Facts): string[] {
  const planned = new Set(workload.secrets.flatMap((one) => (one.kind === 'env' ? [one.variable] : [])));
  const secretFiles = new Set(workload.secrets.flatMap((one) => (one.kind === 'file' ? [one.path] : [])));
  const isSecret = ({ name, value }: Variable) => planned.has(name) || whySecretVariable(name, value) !== undefined;
  const variables = [
    ...facts.processes.flatMap((process) => process.environment),
    ...facts.units.flatMap((unit) => unit.environment),
    ...facts.configFiles.flatMap((file) => parseEnvironmentFile(file.content)),
  ];
  const files = facts.configFiles.filter(
    (file) => secretFiles.has(file.path) || whySecretPath(file.path) !== undefined,
  );
  const words = files.flatMap((file) => file.content.split(/[\s=:"']+/)).filter((word) => word.length >= 2 * SHORTEST);
  const inArguments = facts.processes.flatMap((process) => withoutArgumentSecrets(process.argv).variables);
  const values = [...[...variables.filter(isSecret), ...inArguments].map((variable) => variable.value), ...words];
  return [...new Set(values.filter((value) => value.length >= SHORTEST))].sort((one, two) => two.length - one.length);
}

type Variable = { name: string; value: string };

/** The check with every secret value in what was seen hidden. Outcomes were decided before, on what was really there. */
export function hideSecrets(check: ParityCheck, values: readonly string[]): ParityCheck {
  const hide = (text: string) => values.reduce((hidden, value) => hidden.replaceAll(value, HIDDEN), text);
  return { ...check, server: hide(check.server), container: hide(check.container), detail: hide(check.detail) };
}
